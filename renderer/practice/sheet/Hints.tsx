import { hinted, hintsOf } from '../../../shared/practice/attempt-events';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';

/** Hints of the section, shown one after the other; each is counted. */
export function Hints() {
  const editor = useEditor();
  const problem = useAttempt(({ attempt }) => attempt?.problem);
  const section = useAttempt(({ attempt }) => attempt?.section);
  const count = useAttempt(({ attempt }) =>
    attempt === null ? 0 : hintsOf(attempt, attempt.section).length,
  );
  if (problem === undefined || section === undefined) return null;
  const hints = problem.hints.filter((hint) => hint.section === section);
  if (hints.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3>{t('Hints')}</h3>
      <ul className={styles.hints} aria-live="polite" translate="no">
        {hints.slice(0, count).map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {count >= hints.length ? null : (
        <Button icon="lightbulb" onClick={() => changeAttempt(editor, hinted)}>
          {t('Show a hint ({left} left)', { left: hints.length - count })}
        </Button>
      )}
    </div>
  );
}
