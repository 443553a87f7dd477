import { useReport } from '../../store/report';
import { useView } from '../../store/view';
import { FindingPage } from './FindingPage';
import { ProblemList } from './ProblemList';
import styles from './Problems.module.css';

/** The findings: their list, or the page of one of them. */
export function Problems() {
  const open = useView((state) => state.openFinding);
  const withheld = useReport((state) => state.withheld);
  return (
    <div className={styles.problems}>
      {open === null || withheld ? <ProblemList /> : <FindingPage id={open} />}
    </div>
  );
}
