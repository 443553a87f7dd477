import { type Adjacency, adjacencyOf } from '../math/components';
import { nothing } from '../math/lattice';
import type { CallPattern } from './call-pattern';
import { learnTimes, learntTime, type Parts } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { type KnownTimes, noTimes } from './loop-times';
import { detailOf, type Reader, readerOf } from './percentiles';

/** Mean of the synchronous responses of some visits in one request; NaN where one of them is saturated. */
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

/** Percentiles of the sum of the synchronous responses of some visits in one request; parallel ones are added too. Null where the flow is too large. */
export function layerReader(
  graph: Graph,
  times: FlowTimes,
  members: readonly number[],
  meanMs: number,
  shared: LayerTimes,
): Reader | null {
  const { traffic } = times;
  const inside = new Set(members);
  let leading: Uint8Array | undefined;
  const latticeAt = (of: number) => {
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
  };
  const detail = detailOf(traffic.nodes.length + traffic.edges.length);
  return detail === 'none' ? null : readerOf(latticeAt, meanMs, detail);
}

/** 1 for nodes of the layer that a request waits for, and those outside of it from which synchronous calls lead into it. */
function leadingTo(graph: Graph, { traffic }: FlowTimes, inside: ReadonlySet<number>): Uint8Array {
  const { pattern, syncVisits } = traffic;
  const leading = new Uint8Array(graph.nodes.length);
  const { start, edges } = waitedBackwards(graph, pattern);
  const open: number[] = [];
  const lead = (node: number): void => {
    leading[node] = 1;
    open.push(node);
  };
  for (const node of inside)
    if ((pattern.componentOf[node] as number) >= 0 && (syncVisits[node] as number) > 0) lead(node);
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const caller = graph.from[edges[i] as number] as number;
      if (leading[caller] === 1 || inside.has(caller) || (pattern.componentOf[caller] as number) < 0)
        continue;
      lead(caller);
    }
  return leading;
}

const backwards = new WeakMap<CallPattern, Adjacency>();

/** The calls that visits wait for by callee, once for each pattern. */
function waitedBackwards(graph: Graph, pattern: CallPattern): Adjacency {
  const known = backwards.get(pattern);
  if (known !== undefined) return known;
  const made = adjacencyOf(graph.nodes.length, graph.to, pattern.waited.edges);
  backwards.set(pattern, made);
  return made;
}
