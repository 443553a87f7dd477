import type { Attempt } from '../../../shared/practice/attempt';
import { boxMs, leftMs, spentIn } from '../../../shared/practice/attempt-clock';
import { paused, resumed } from '../../../shared/practice/attempt-events';
import { sections } from '../../../shared/practice/sections';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { showNotice } from '../../store/notice';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { clockText } from '../clock-text';
import { changeAttempt } from '../session';
import { finishAttempt } from '../start-attempt';
import styles from './Sheet.module.css';

const now = (): string => new Date().toISOString();

/** What is left, or where the attempt is untimed what is spent. */
const shownMs = (attempt: Attempt): number => leftMs(attempt) ?? attempt.elapsedMs;

const useClockText = (): string =>
  useAttempt(({ attempt }) => (attempt === null ? '' : clockText(shownMs(attempt))));

/** The clock of the attempt, stopped and started here, and its end. */
export function AttemptClock() {
  const editor = useEditor();
  const text = useClockText();
  const title = useAttempt(({ attempt }) => attempt?.problem.title ?? '');
  const isUntimed = useAttempt(({ attempt }) => attempt?.minutes === null);
  const isOver = useAttempt(({ attempt }) => attempt !== null && (leftMs(attempt) ?? 0) < 0);
  const isPaused = useAttempt(({ attempt }) => attempt?.paused === true);
  return (
    <header className={styles.clock}>
      <h2 translate="no">{title}</h2>
      <div className={styles.clockRow}>
        <span
          role="timer"
          aria-label={t('Clock')}
          className={styles.time}
          data-over={isOver ? '' : undefined}
        >
          {text}
        </span>
        <span className={styles.small}>
          {isPaused ? t('paused') : isUntimed ? t('spent') : isOver ? t('over time') : t('left')}
        </span>
        <Button
          variant="quiet"
          icon={isPaused ? 'play' : 'clock'}
          className={styles.end}
          onClick={() =>
            changeAttempt(editor, (attempt) => (isPaused ? resumed(attempt, now()) : paused(attempt, now())))
          }
        >
          {isPaused ? t('Resume') : t('Pause')}
        </Button>
        <Button variant="primary" onClick={() => askToFinish(() => void finishAttempt(editor))}>
          {t('Finish')}
        </Button>
      </div>
      <BoxNote />
    </header>
  );
}

function askToFinish(finish: () => void): void {
  showNotice({
    title: t('Finish the attempt?'),
    text: t('The clock stops, the attempt is scored, and nothing more is added to it.'),
    actions: [{ label: t('Finish and score'), variant: 'primary', run: finish }],
  });
}

/** Says once that the box of a section is over: to be read or heard, never in the way. */
function BoxNote() {
  const over = useAttempt(({ attempt }) => {
    if (attempt === null) return null;
    const box = boxMs(attempt, attempt.section);
    return box !== null && spentIn(attempt, attempt.section) >= box ? attempt.section : null;
  });
  const title = sections.find(({ id }) => id === over)?.title;
  return (
    <p role="status" className={styles.note}>
      {title === undefined ? '' : t('The time box of {section} is over.', { section: t(title) })}
    </p>
  );
}

/** The clock beside the closed sheet. */
export function ClockRail() {
  const text = useClockText();
  return (
    <span role="timer" aria-label={t('Clock')} className={styles.railTime}>
      {text}
    </span>
  );
}
