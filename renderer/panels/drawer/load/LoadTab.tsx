import { useChosenFlow } from '../../../store/chosen-flow';
import { useDocument } from '../../../store/document';
import { t } from '../../../words/t';
import { CurvePanel } from './CurvePanel';
import { GrowthTable } from './GrowthTable';
import { LimitList } from './LimitList';
import styles from './LoadTab.module.css';

/** How the design behaves under other loads: the curve of a flow, the limit, and the years of growth. */
export function LoadTab() {
  const design = useDocument((state) => state.design);
  const flow = useChosenFlow();
  if (design === null || flow === null)
    return (
      <p className={styles.empty}>{t('The curve of a flow appears here once a client calls something.')}</p>
    );
  return (
    <div className={styles.split}>
      <CurvePanel flow={flow} />
      <div className={styles.side}>
        <LimitList />
        <GrowthTable />
      </div>
    </div>
  );
}
