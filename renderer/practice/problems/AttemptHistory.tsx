import { useState } from 'react';
import { deleteAttempt, restoreAttempt } from '../../storage/attempts';
import { type AttemptLine, database } from '../../storage/database';
import { goTo } from '../../storage/navigation';
import { isOpenElsewhere } from '../../storage/open-elsewhere';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { percentText } from '../../words/figures';
import { language } from '../../words/language';
import { numberLocale } from '../../words/number-locale';
import { t } from '../../words/t';
import { attemptTimes } from '../attempt-times';
import { clockText } from '../clock-text';
import styles from '../Room.module.css';
import { Comparison } from './Comparison';
import { Progress } from './Progress';

/** The attempts at a problem; two that are finished can be chosen and compared. */
export function AttemptHistory({ lines }: { readonly lines: readonly AttemptLine[] }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const scores = lines.flatMap(({ score }) => (score === null ? [] : [score.total / 100]));
  // The earlier one first, whichever was chosen first.
  const pair = lines.filter(({ id }) => chosen.includes(id)).reverse();
  const [first, second] = pair;
  const canCompare = lines.filter(({ endedAt }) => endedAt !== null).length > 1;
  const times = attemptTimes(lines, new Date(), language().locale, numberLocale());
  const choose = (id: string, on: boolean): void =>
    setChosen((ids) => (on ? [...ids.slice(-1), id] : ids.filter((other) => other !== id)));
  return (
    <details className={styles.history}>
      <summary>{t('{count, plural, one {# attempt} other {# attempts}}', { count: lines.length })}</summary>
      <Progress scores={[...scores].reverse()} />
      <ul>
        {lines.map((line) => (
          <AttemptRow
            key={line.id}
            line={line}
            when={times.get(line.id) ?? ''}
            isChosen={chosen.includes(line.id)}
            onChoose={canCompare && line.endedAt !== null ? (on) => choose(line.id, on) : null}
          />
        ))}
      </ul>
      {first === undefined || second === undefined ? (
        canCompare && <p className={styles.muted}>{t('Choose two attempts to compare them.')}</p>
      ) : (
        <Comparison key={`${first.id} ${second.id}`} first={first.id} second={second.id} />
      )}
    </details>
  );
}

interface AttemptRowProps {
  readonly line: AttemptLine;
  /** When it was begun, in words that no other has. */
  readonly when: string;
  readonly isChosen: boolean;
  /** null where it cannot be compared. */
  readonly onChoose: ((on: boolean) => void) | null;
}

function AttemptRow({ line, when, isChosen, onChoose }: AttemptRowProps) {
  const isOver = line.endedAt !== null;
  return (
    <li className={styles.attempt}>
      {onChoose === null ? (
        <span />
      ) : (
        <input
          type="checkbox"
          className={styles.choose}
          aria-label={t('Compare the attempt of {when}', { when })}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      <time dateTime={line.startedAt}>{when}</time>
      <span className={styles.muted}>
        {line.way === 'exam' ? t('Exam') : t('Coach')} · {clockText(line.elapsedMs)}
      </span>
      <span>{line.score === null ? '' : percentText(line.score.total / 100)}</span>
      <Button
        variant="quiet"
        aria-label={
          isOver ? t('Review the attempt of {when}', { when }) : t('Resume the attempt of {when}', { when })
        }
        onClick={() => void goTo({ page: isOver ? 'attempt' : 'design', id: line.id })}
      >
        {isOver ? t('Review') : t('Resume')}
      </Button>
      <Button
        variant="quiet"
        icon="trash"
        aria-label={t('Delete the attempt of {when}', { when })}
        onClick={() => void discard(line, when)}
      />
    </li>
  );
}

/** Deletes an attempt, with a way back. */
async function discard({ id, endedAt }: AttemptLine, when: string): Promise<void> {
  // The design goes with one that is not finished.
  if (endedAt === null && (await isOpenElsewhere(id))) return;
  const deleted = await deleteAttempt(database, id, new Date().toISOString());
  if (deleted === null) return;
  if (!deleted.ok) {
    toast(t('The attempt could not be deleted: {message}', { message: deleted.message }), { tone: 'error' });
    return;
  }
  const restore = async (): Promise<void> => {
    const outcome = await restoreAttempt(database, deleted);
    if (outcome !== true)
      toast(t('The attempt could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
  };
  toast(t('Attempt of {when} deleted', { when }), {
    action: { label: t('Undo'), run: () => void restore() },
  });
}
