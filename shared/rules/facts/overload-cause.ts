import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { Quantities } from '../../math/quantity';
import { own } from '../../model/own';
import { readsDominateFrom } from '../fixes/add-cache';
import type { RuleContext } from '../rule';
import { pollsOf } from './polls';
import { uncachedReadsAt } from './reads';

/** Why a part gets or does too much, as a variant of the finding and the values that it names. */
export interface OverloadCause {
  readonly variant: 'polled' | 'scattered' | 'uncached';
  readonly values: Quantities;
}

/** From this share of what arrives on it is what overloads. */
const mostFrom = 0.5;

/** The known cause of an overload, the one nearest to the clients first; null where it is the load alone. */
export function overloadCause(
  context: RuleContext,
  node: ResolvedNode,
  figures: NodeFigures,
): OverloadCause | null {
  return polled(context, figures) ?? (node.behaviour === 'store' ? ofStore(context, node) : null);
}

function polled({ design }: RuleContext, figures: NodeFigures): OverloadCause | null {
  const rateOf = (flow: ResolvedFlow): number => flow.rateRps * (own(figures.visits, flow.id) ?? 0);
  const total = design.flows.reduce((sum, flow) => sum + rateOf(flow), 0);
  const polls = pollsOf(design).toSorted((a, b) => rateOf(b.flow) - rateOf(a.flow));
  const rate = polls.reduce((sum, { flow }) => sum + rateOf(flow), 0);
  const [most] = polls;
  if (most === undefined || total === 0 || rate / total < mostFrom) return null;
  return { variant: 'polled', values: { flow: { part: most.flow.id }, share: { share: rate / total } } };
}

function ofStore(context: RuleContext, node: ResolvedNode): OverloadCause | null {
  const { scatter, shards } = node.config;
  const reads = uncachedReadsAt(context, node);
  if (reads.share < readsDominateFrom) return null;
  if (scatter && shards > 1) return { variant: 'scattered', values: { shards: { count: shards } } };
  return { variant: 'uncached', values: { share: { share: reads.share } } };
}
