import { argumentsOf } from '../../math/message';
import { nodesInGroup } from '../group-figures';
import { absent, type ExplainContext, type Explained, explained, share, sources, term } from './explanation';
import { valueOfMetric } from './figure-names';
import { explainSum } from './layer';

/** How a figure of a group came about; null for one that groups do not have. */
export function explainGroup(
  context: ExplainContext,
  id: string,
  metric: string,
  figures: object,
): Explained | null {
  const nodes = nodesInGroup(context.design, context.analysis.nodes, id);
  if (nodes === null) return null;
  const value = valueOfMetric(figures, metric);
  if (metric !== 'utilization') return explainSum(nodes, metric, typeof value === 'number' ? value : null);
  const known = nodes.flatMap((node) =>
    node.utilization === null ? [] : [term(node.id, share(node.utilization))],
  );
  if (known.length === 0) return absent('There are no servers', sources.utilization);
  return explained(
    known.length === 1 ? '{terms}' : 'highest({terms}): of its stations',
    { terms: argumentsOf(known) },
    sources.utilization,
  );
}
