import { withEvent } from '../../../shared/practice/attempt-events';
import { eventEdit } from '../../../shared/practice/events';
import type { FollowUp } from '../../../shared/practice/problem';
import { perform } from '../../canvas/perform';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';

const noFollowUps: readonly FollowUp[] = [];
const noEvents = [] as const;

/** What the interviewer changes in the middle: load or a fault, put on the design as an edit. */
export function FollowUps() {
  const editor = useEditor();
  const problem = useAttempt(({ attempt }) => attempt?.problem);
  const all = problem?.followUps ?? noFollowUps;
  const events = useAttempt(({ attempt }) => attempt?.events ?? noEvents);
  const asked = events.flatMap((event) => (event.kind === 'follow-up' ? [event.followUp] : []));
  const left = all.filter(({ id }) => !asked.includes(id));
  const take = (): void => {
    const design = editor.design();
    if (problem === undefined || design === null) return;
    for (const followUp of shuffled(left)) {
      const result = eventEdit(problem, design, followUp);
      if (!result.ok) continue;
      changeAttempt(editor, (attempt) => withEvent(attempt, { kind: 'follow-up', followUp: followUp.id }));
      perform(editor, result);
      return;
    }
    toast(
      t('Draw the components that carry the traffic first: nothing of the design can be put to a test yet.'),
    );
  };
  if (all.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3>{t('Follow-up')}</h3>
      <ul className={styles.hints} aria-live="polite" translate="no">
        {all
          .filter(({ id }) => asked.includes(id))
          .map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
      </ul>
      {left.length === 0 ? null : (
        <Button icon="shuffle" onClick={take}>
          {t('Take a follow-up')}
        </Button>
      )}
      <p className={styles.small}>
        {t('It changes the load or breaks something in the design. Undo takes it back.')}
      </p>
    </div>
  );
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
