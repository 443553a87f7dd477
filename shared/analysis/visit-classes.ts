import { type Graph, hitRateOf } from './graph';
import type { FlowTraffic } from './traffic';

/**
 * For each flow (outer) and node (inner) a number that two visits of a node share where they take the same time: requests of
 * one kind, with the same waited-for calls to visits that are alike themselves. −1 where the flow does not come.
 */
export function visitClassesOf(graph: Graph, traffics: readonly FlowTraffic[]): readonly Int32Array[] {
  const classes = traffics.map(() => new Int32Array(graph.nodes.length).fill(-1));
  /** Flows of which the class of a node is not that of an earlier one. */
  const known: (number[] | undefined)[] = graph.nodes.map(() => undefined);
  let count = 0;
  traffics.forEach((traffic, flow) => {
    const own = classes[flow] as Int32Array;
    for (const members of traffic.components)
      for (const node of members) {
        const earlier = known[node] ?? [];
        const like =
          members.length > 1
            ? undefined
            : earlier.find((other) =>
                isAlike(graph, node, traffic, own, traffics[other], classes[other] as Int32Array),
              );
        if (like !== undefined) {
          own[node] = (classes[like] as Int32Array)[node] as number;
          continue;
        }
        own[node] = count;
        count += 1;
        known[node] = [...earlier, flow];
      }
  });
  return classes;
}

function isAlike(
  graph: Graph,
  node: number,
  a: FlowTraffic,
  classesOfA: Int32Array,
  b: FlowTraffic | undefined,
  classesOfB: Int32Array,
): boolean {
  const flowA = graph.flows[a.flow];
  const flowB = graph.flows[b?.flow ?? -1];
  if (b === undefined || flowA === undefined || flowB === undefined || flowA.kind !== flowB.kind)
    return false;
  const hitsAlike = (at: number) => {
    const cache = graph.nodes[at];
    return hitRateOf(cache, flowA) === hitRateOf(cache, flowB);
  };
  if (!hitsAlike(node)) return false;
  const { start, edges } = graph.outgoing;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] !== 1) continue;
    const calls = a.multipliers.calls[edge] as number;
    if (calls !== b.multipliers.calls[edge]) return false;
    if (!(calls > 0)) continue;
    const to = graph.to[edge] as number;
    const cache = graph.missOf[edge] as number;
    // A call to itself is a loop, whose times are its own.
    if (to === node || classesOfA[to] !== classesOfB[to]) return false;
    if (a.multipliers.share[edge] !== b.multipliers.share[edge]) return false;
    if (cache >= 0 && !hitsAlike(cache)) return false;
  }
  return true;
}
