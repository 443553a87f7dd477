import { useChosenFlow } from '../../store/chosen-flow';
import { FlowSplit } from './FlowSplit';
import { FlowTable } from './FlowTable';
import { HelpMost } from './HelpMost';

/** All flows, under them what would help the chosen one most, and beside them its percentiles and waterfall. */
export function FlowsTab() {
  const flow = useChosenFlow();
  return (
    <FlowSplit flow={flow}>
      <div>
        <FlowTable />
        {flow === null ? null : <HelpMost key={flow.id} flow={flow.id} />}
      </div>
    </FlowSplit>
  );
}
