import type { System } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { answerTitle } from './finding-words';
import { ProblemSection } from './ProblemSection';
import styles from './Problems.module.css';
import { RuleTitle } from './RuleTitle';

const none: NonNullable<System['practices']> = {};

/** The answered questions of this design, each with its answer and a button that clears it. */
export function AnsweredList() {
  const { edit } = useEditor();
  const practices = useDocument((state) => state.design?.system.practices ?? none);
  const readOnly = useDocument((state) => state.readOnly);
  const answered = Object.entries(practices).flatMap(([practice, { answer }]) =>
    answer === undefined ? [] : [{ practice, answer }],
  );
  if (answered.length === 0) return null;
  return (
    <ProblemSection title={t('Answered')} count={answered.length} fold="folded">
      {answered.map(({ practice, answer }) => (
        <li key={practice} className={styles.item}>
          <div className={styles.kept}>
            <p className={styles.keptWords}>
              <RuleTitle rule={practice} />
            </p>
            <span className={styles.answer}>{answerTitle(answer)}</span>
            <Button
              variant="quiet"
              disabled={readOnly}
              onClick={() => edit(t('Clear an answer'), [{ op: 'answer', practice, answer: null }])}
            >
              {t('Clear answer')}
            </Button>
          </div>
        </li>
      ))}
    </ProblemSection>
  );
}
