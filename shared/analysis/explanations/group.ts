import { argumentsOf, sum } from '../../math/message';
import { absent, type Explained, explained, rps, share, sources, term } from './explanation';
import { type NamedFigures, valueOfMetric } from './figure-names';
import { explainSum } from './layer';

type OfGroup = Extract<NamedFigures, { readonly kind: 'group' }>;

/** How a figure of a group came about; null for one that groups do not have. */
export function explainGroup(of: OfGroup, metric: string): Explained | null {
  if (metric === 'incomingRps') return incoming(of);
  if (metric === 'utilization') return busiest(of);
  const value = valueOfMetric(of.figures, metric);
  return explainSum(of.nodes, metric, typeof value === 'number' ? value : null);
}

function incoming({ edges }: OfGroup): Explained {
  const terms = edges.flatMap(({ id, rps: rate }) => (rate === 0 ? [] : [term(id, rps(rate))]));
  return explained(
    terms.length === 0 ? '0: no request comes into it from outside' : '{terms}: calls from outside',
    { terms: sum(terms) },
    sources.sum,
  );
}

function busiest({ nodes }: OfGroup): Explained {
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
