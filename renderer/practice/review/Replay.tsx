import { useMemo, useState } from 'react';
import type { Attempt } from '../../../shared/practice/attempt';
import { replayOf } from '../../../shared/practice/replay';
import { sections } from '../../../shared/practice/sections';
import { t } from '../../words/t';
import { clockText } from '../clock-text';
import styles from '../Room.module.css';
import { Comments } from './Comments';
import { DesignPicture } from './DesignPicture';

interface ReplayProps {
  readonly attempt: Attempt;
  readonly onChange: (attempt: Attempt) => void;
}

/** The design at each moment of the attempt, with what was said and done then, and comments on the timeline. */
export function Replay({ attempt, onChange }: ReplayProps) {
  const { steps, elapsedMs } = attempt;
  const [atMs, setAtMs] = useState(elapsedMs);
  const replay = useMemo(() => replayOf(attempt), [attempt]);
  const { design, section, steps: done } = replay.at(atMs);
  const title = sections.find(({ id }) => id === (section ?? 'expectations'))?.title ?? '';
  return (
    <>
      <DesignPicture design={design} label={t('The design at {time}', { time: clockText(atMs) })} />
      <div className={styles.scrubber}>
        <span className={styles.number}>{clockText(atMs)}</span>
        <input
          type="range"
          min={0}
          max={Math.ceil(elapsedMs / 1_000)}
          step={1}
          value={Math.ceil(atMs / 1_000)}
          aria-label={t('Time of the attempt')}
          aria-valuetext={`${clockText(atMs)}, ${t(title)}`}
          onChange={(event) => setAtMs(Math.min(elapsedMs, Number(event.currentTarget.value) * 1_000))}
        />
        <span className={styles.muted}>{t(title)}</span>
      </div>
      <Comments attempt={attempt} atMs={atMs} onGoTo={setAtMs} onChange={onChange} />
      <section className={styles.card}>
        <h2>{t('{count, plural, one {# edit} other {# edits}}', { count: steps.length })}</h2>
        <ol className={styles.steps}>
          {[...steps.entries()].map(([index, step]) => (
            <li key={index}>
              <button
                type="button"
                className={styles.step}
                aria-current={index + 1 === done ? 'step' : undefined}
                onClick={() => setAtMs(step.atMs)}
              >
                <span className={styles.number}>{clockText(step.atMs)}</span>
                <span translate="no">{step.label}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
