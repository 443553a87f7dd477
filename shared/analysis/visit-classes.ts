import type { CallPattern } from './call-pattern';
import type { Graph } from './graph';
import { roundTripsOf } from './round-trips';
import { inlineHitRate, missedHitRate } from './visit-positions';

/**
 * For each pattern of calls (outer) and node (inner) a number that two visits of a node share where they take the same time:
 * requests of one kind, with the same waited-for calls to visits that are alike themselves; with the same calls of all, waited
 * for or not, where `ofAll`. −1 where no flow comes.
 */
export function visitClassesOf(
  graph: Graph,
  patterns: readonly CallPattern[],
  ofAll = false,
): ReadonlyMap<CallPattern, Int32Array> {
  const classes = new Map(patterns.map((pattern) => [pattern, new Int32Array(graph.nodes.length).fill(-1)]));
  /** Patterns of which the class of a node is not that of an earlier one. */
  const known: (CallPattern[] | undefined)[] = graph.nodes.map(() => undefined);
  let count = 0;
  for (const [pattern, own] of classes)
    for (const members of pattern.components)
      for (const node of members) {
        const earlier = known[node];
        const like =
          members.length > 1 || earlier === undefined
            ? undefined
            : earlier.find((other) =>
                isAlike(graph, node, ofAll, pattern, own, other, classes.get(other) ?? noClasses),
              );
        if (like !== undefined) {
          own[node] = classes.get(like)?.[node] as number;
          continue;
        }
        own[node] = count;
        count += 1;
        if (earlier === undefined) known[node] = [pattern];
        else earlier.push(pattern);
      }
  return classes;
}

const noClasses = new Int32Array();

function isAlike(
  graph: Graph,
  node: number,
  ofAll: boolean,
  a: CallPattern,
  classesOfA: Int32Array,
  b: CallPattern,
  classesOfB: Int32Array,
): boolean {
  const flowA = graph.flows[a.flow];
  const flowB = graph.flows[b.flow];
  if (flowA === undefined || flowB === undefined || flowA.kind !== flowB.kind) return false;
  if (inlineHitRate(graph, a.flow, node) !== inlineHitRate(graph, b.flow, node)) return false;
  const tripsOfA = roundTripsOf(graph, a.flow);
  const tripsOfB = roundTripsOf(graph, b.flow);
  const { start, edges } = graph.outgoing;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] !== 1 && !ofAll) continue;
    const calls = a.multipliers.calls[edge] as number;
    if (calls !== b.multipliers.calls[edge]) return false;
    if (!(calls > 0)) continue;
    const to = graph.to[edge] as number;
    // A call to itself is a loop, whose times are its own.
    if (to === node || classesOfA[to] !== classesOfB[to]) return false;
    if (a.multipliers.share[edge] !== b.multipliers.share[edge]) return false;
    if (tripsOfA[edge] !== tripsOfB[edge]) return false;
    if ((graph.missOf[edge] as number) < 0) continue;
    if (missedHitRate(graph, a.flow, edge) !== missedHitRate(graph, b.flow, edge)) return false;
  }
  return true;
}
