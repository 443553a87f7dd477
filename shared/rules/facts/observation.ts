import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Signal } from '../../model/vocabulary';
import type { QuickFix } from '../rule';
import { isOwnCode, observedBy } from './roles';

/** What is to be watched of the code of one's own: what it does, and where its time goes. */
export const basicSignals: readonly Signal[] = ['metrics', 'traces'];

/** From this share of the services on, the design counts as observed. */
export const leastObservedShare = 0.8;

/**
 * Whether a signal of a node is watched: the node says so itself, it calls an observer of that kind or that one it, or the design's
 * practices say so of all, or that it does not matter here. Looked up once for all nodes.
 */
export function watchOf(design: ResolvedDesign, signal: Signal): (node: ResolvedNode) => boolean {
  const answer = design.practices[signal]?.answer;
  if (answer === 'yes' || answer === 'n/a') return () => true;
  const observed = observedBy(design, signal);
  return ({ id, config }) => config.other.observed?.includes(signal) === true || observed.has(id);
}

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
  const watches = basicSignals.map((signal) => watchOf(design, signal));
  let count = 0;
  for (const node of design.nodes) {
    if (!isOwnCode(node)) continue;
    count += 1;
    if (!watches.every((isWatched) => isWatched(node))) blind.push(node);
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
      patch: { observed: withSignals(config.other.observed, signals) },
    })),
  };
}

const withSignals = (observed: readonly Signal[] | undefined, signals: readonly Signal[]): Signal[] =>
  observed === undefined ? [...signals] : [...new Set([...observed, ...signals])];
