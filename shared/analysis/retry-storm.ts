import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import type { Graph } from './graph';
import { loadDesign } from './load-design';
import { type Loads, solveFull } from './loads';

/** A station whose load, with the retries that its refusals bring, has no one value. */
export interface RetryStorm {
  /** Id of the node. */
  readonly node: string;
  /** Least and largest share of its arrivals that it refuses, over the fixed points that were found. */
  readonly leastRefused: number;
  readonly mostRefused: number;
  /** False where no fixed point is reached at all. */
  readonly settles: boolean;
}

/** Shares refused that differ by less are of one fixed point. */
const sameWithin = 1e-4;

/**
 * The retry storms of a design at `load` times its rates: loops in which the fixed point of loads, losses and retries is not
 * reached, or is another where the system starts full instead of empty; of each loop the station whose refusals differ
 * most. Without a loop there is none: what a station of offered load a carries, a (1 − f), grows with a, while what its
 * callers ask of it in the end, a₀ (1 − f^(r+1)), falls with f, so that they meet once. Designs without a retried call
 * of a station with a queue limit are not solved again.
 */
export function retryStormsOf(design: ResolvedDesign, load = 1): readonly RetryStorm[] {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  if (!design.edges.some((edge) => isRetried(edge, nodes.get(edge.to)))) return [];
  const result = loadDesign(design, load);
  if (!result.ok) return [];
  const { graph, model, loads, shares } = result.loaded;
  const refusing = new Set<number>();
  graph.edges.forEach((edge, i) => {
    const callee = graph.to[i] as number;
    if (isRetried(edge, graph.nodes[callee])) refusing.add(callee);
  });
  const loops = model
    .components()
    .filter((members) => members.length > 1 || loads.unsettled.includes(members))
    .filter((members) => members.some((member) => refusing.has(member)));
  if (loops.length === 0) return [];
  const found = [loads, ...solveFull(model, shares)];
  return loops.flatMap((members) => stormIn(graph, members, refusing, found) ?? []);
}

/** Whether the callee can refuse a call that is then tried again; what is no station and a store refuse nothing. */
function isRetried(edge: ResolvedEdge, callee: ResolvedNode | undefined): boolean {
  if (edge.retries === 0 || edge.calls === 0 || callee === undefined) return false;
  if (['source', 'pass-through', 'store'].includes(callee.behaviour)) return false;
  return callee.config.queueLimit !== null;
}

function stormIn(
  graph: Graph,
  members: readonly number[],
  refusing: ReadonlySet<number>,
  found: readonly Loads[],
): RetryStorm | null {
  const settles = !found.some(({ unsettled }) => unsettled.includes(members));
  const ranges = members
    .filter((member) => refusing.has(member))
    .map((member) => {
      const refused = found.map(({ passed }) => passed[member]?.refused ?? 0);
      return { member, least: Math.min(...refused), most: Math.max(...refused), now: refused[0] ?? 0 };
    });
  const widest = Math.max(...ranges.map(({ least, most }) => most - least));
  if (settles && widest <= sameWithin) return null;
  // Of two that crowd each other out alike, the one that is crowded now is the one whose figures show it.
  const { member, least, most } = ranges
    .filter((range) => range.most - range.least >= widest - sameWithin)
    .reduce((worst, next) => (next.now > worst.now ? next : worst));
  return { node: graph.nodes[member]?.id ?? '', leastRefused: least, mostRefused: most, settles };
}
