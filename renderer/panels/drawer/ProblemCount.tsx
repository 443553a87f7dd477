import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { isPressing } from '../findings/finding-words';
import styles from './ProblemCount.module.css';

/** The number of pressing findings, in the colour of the worst; nothing where there are none. */
export function ProblemCount() {
  const count = useReport((state) => state.findings.filter(isPressing).length);
  const worst = useReport((state) =>
    state.findings.some((finding) => finding.stage === 'broken' && finding.severity === 'error'),
  );
  if (count === 0) return null;
  return (
    <span className={styles.count} data-worst={worst ? '' : undefined}>
      <span className="visually-hidden">{t('Number of problems:')} </span>
      {count}
    </span>
  );
}
