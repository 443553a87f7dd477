import { sum } from '../../math/message';
import type { FlowFigures } from '../analysis';
import { flowTotals } from '../flow-totals';
import { absent, type Explained, explained, rps, sources, term } from './explanation';

const termsOf = (flows: readonly FlowFigures[], metric: 'rateRps' | 'goodputRps') =>
  flows.flatMap((flow) => (flow[metric] === 0 ? [] : [term(flow.id, rps(flow[metric]))]));

/** How a figure of all flows together came about; null for one that they do not have. */
export function explainFlowTotal(flows: readonly FlowFigures[], metric: string): Explained | null {
  if (metric !== 'rateRps' && metric !== 'goodputRps' && metric !== 'servedShare') return null;
  const totals = flowTotals(flows);
  if (totals === null) return absent('No flow goes through the design', sources.visits);
  if (totals.rateRps === 0)
    return explained(
      metric === 'servedShare' ? '1: nothing is offered' : '0: nothing is offered',
      {},
      sources.visits,
    );
  if (metric === 'servedShare')
    return explained(
      '{served} ÷ {offered}: what is served of all flows ÷ what they offer',
      { served: rps(totals.goodputRps), offered: rps(totals.rateRps) },
      sources.visits,
    );
  const terms = { terms: sum(termsOf(flows, metric)) };
  return metric === 'rateRps'
    ? explained('{terms}: the rates of all flows', terms, sources.sum)
    : explained('{terms}: what is served of each flow', terms, sources.sum);
}
