import { nothing } from '../math/lattice';
import { type KnownTimes, learnTimes, learntTime, noTimes, type Parts } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { type Reader, readerOf } from './percentiles';

/** Mean of the synchronous responses of some nodes in one request; NaN where one of them is saturated. */
export function layerMeanMs({ traffic, responseMs }: FlowTimes, members: readonly number[]): number {
  let mean = 0;
  for (const node of members) {
    const visits = traffic.syncVisits[node] as number;
    if (visits > 0) mean += visits * (responseMs[node] as number);
  }
  return mean;
}

/** What the flows share of the times in one layer: those of alike visits, by level. */
export type LayerTimes = Map<number, KnownTimes>;

/** Percentiles of the sum of the synchronous responses of some nodes in one request; parallel ones are added too. */
export function layerReader(
  graph: Graph,
  times: FlowTimes,
  members: readonly number[],
  meanMs: number,
  shared: LayerTimes,
): Reader {
  const { traffic } = times;
  const inside = new Set(members);
  let leading: ReadonlySet<number> | undefined;
  return readerOf((of) => {
    leading ??= leadingTo(graph, times, inside);
    const within = leading;
    const known = shared.get(of) ?? noTimes();
    shared.set(of, known);
    const parts = times.level(of);
    const layer: Parts = {
      ...parts,
      response: (node) => (inside.has(node) ? parts.response(node) : null),
      roundTripMs: () => 0,
      parallel: false,
      isEmpty: (node) => !within.has(node),
      known,
    };
    learnTimes(layer, [traffic.entry]);
    return learntTime(layer, traffic.entry) ?? nothing;
  }, meanMs);
}

/** Nodes of the layer and those from which synchronous calls lead into it. */
function leadingTo(graph: Graph, { traffic }: FlowTimes, inside: ReadonlySet<number>): ReadonlySet<number> {
  const callers = new Map<number, number[]>();
  for (const edge of traffic.edges) {
    if (graph.sync[edge] !== 1) continue;
    const to = graph.to[edge] as number;
    const known = callers.get(to);
    if (known === undefined) callers.set(to, [graph.from[edge] as number]);
    else known.push(graph.from[edge] as number);
  }
  const leading = new Set([...inside].filter((node) => (traffic.syncVisits[node] as number) > 0));
  const open = [...leading];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const caller of callers.get(node) ?? []) {
      if (leading.has(caller)) continue;
      leading.add(caller);
      open.push(caller);
    }
  return leading;
}
