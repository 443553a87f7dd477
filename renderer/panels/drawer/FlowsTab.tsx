import { useChosenFlow } from '../../store/chosen-flow';
import styles from './FlowsTab.module.css';
import { FlowTable } from './FlowTable';
import { HelpMost } from './HelpMost';
import { Waterfall } from './Waterfall';

/** All flows, under them what would help the chosen one most, and beside them its percentiles and waterfall. */
export function FlowsTab() {
  const flow = useChosenFlow();
  return (
    <div className={styles.split} data-alone={flow === null ? '' : undefined}>
      <div className={styles.flows}>
        <FlowTable />
        {flow === null ? null : <HelpMost key={flow.id} flow={flow.id} />}
      </div>
      {flow === null ? null : <Waterfall flow={flow} />}
    </div>
  );
}
