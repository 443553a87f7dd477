import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Signal } from '../../model/vocabulary';
import type { QuickFix } from '../rule';
import { isObserved, isOwnCode } from './roles';

/** What is to be watched of the code of one's own: what it does, and where its time goes. */
export const basicSignals: readonly Signal[] = ['metrics', 'traces'];

/** From this share of the services on, the design counts as observed. */
export const leastObservedShare = 0.8;

/** Whether a signal of the node is watched, or was said not to matter here. */
export const isWatched = (design: ResolvedDesign, node: ResolvedNode, signal: Signal): boolean =>
  design.practices[signal]?.answer === 'n/a' || isObserved(design, node, signal);

/** How much of the code of one's own shows metrics and traces. */
export interface Coverage {
  /** Services that show both, of all; 1 where there are none. */
  readonly share: number;
  readonly blind: readonly ResolvedNode[];
}

const known = new WeakMap<ResolvedDesign, Coverage>();

/** The coverage of a design, computed once for all rules. */
export function coverageOf(design: ResolvedDesign): Coverage {
  const found = known.get(design);
  if (found !== undefined) return found;
  const blind: ResolvedNode[] = [];
  let count = 0;
  for (const node of design.nodes) {
    if (!isOwnCode(node)) continue;
    count += 1;
    if (!basicSignals.every((signal) => isWatched(design, node, signal))) blind.push(node);
  }
  const coverage = { share: count === 0 ? 1 : (count - blind.length) / count, blind };
  known.set(design, coverage);
  return coverage;
}

/** Watches the signals of the nodes, beside those that are watched already. */
export function observe(nodes: readonly ResolvedNode[], signals: readonly Signal[], title: string): QuickFix {
  return {
    id: 'observe',
    title,
    values: { count: { count: nodes.length } },
    changes: nodes.map(({ id, config }) => ({
      op: 'patch-config',
      id,
      patch: { observed: [...new Set([...(config.other.observed ?? []), ...signals])] },
    })),
  };
}
