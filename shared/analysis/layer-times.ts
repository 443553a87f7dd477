import { nothing } from '../math/lattice';
import { learnTimes, learntTime, type Parts } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { type KnownTimes, noTimes } from './loop-times';
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
  let leading: Uint8Array | undefined;
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
      isEmpty: (node) => within[node] === 0,
      known,
    };
    learnTimes(layer, [traffic.entry]);
    return learntTime(layer, traffic.entry) ?? nothing;
  }, meanMs);
}

/** 1 for nodes of the layer and those from which synchronous calls lead into it: callees come before their callers. */
function leadingTo(graph: Graph, { traffic }: FlowTimes, inside: ReadonlySet<number>): Uint8Array {
  const { pattern, syncVisits } = traffic;
  const leading = new Uint8Array(graph.nodes.length);
  const { start, edges } = pattern.waited;
  const leads = (node: number): boolean => {
    if (inside.has(node)) return (syncVisits[node] as number) > 0;
    for (let i = start[node] as number; i < (start[node + 1] as number); i++)
      if (leading[graph.to[edges[i] as number] as number] === 1) return true;
    return false;
  };
  for (const members of pattern.components) {
    // In a loop every node leads to every other, but not only over synchronous calls: repeated until nothing is added.
    for (let changed = true; changed; ) {
      changed = false;
      for (const node of members)
        if (leading[node] === 0 && leads(node)) {
          leading[node] = 1;
          changed = members.length > 1;
        }
    }
  }
  return leading;
}
