import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import styles from './FindingItem.module.css';
import { answers, answerTitle } from './finding-words';

interface FindingAnswersProps {
  readonly rule: string;
  readonly disabled: boolean;
}

/** The three answers to a question, as one control; each is kept in the design and can be undone. */
export function FindingAnswers({ rule, disabled }: FindingAnswersProps) {
  const { edit } = useEditor();
  return (
    <fieldset className={styles.answers} aria-label={t('Your answer')}>
      {answers.map((answer) => (
        <button
          key={answer}
          type="button"
          className={styles.answer}
          disabled={disabled}
          onClick={() => edit(t('Answer a question'), [{ op: 'answer', practice: rule, answer }])}
        >
          {answerTitle(answer)}
        </button>
      ))}
    </fieldset>
  );
}
