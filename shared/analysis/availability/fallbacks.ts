import { hasKind } from '../crossed-visits';
import type { Graph } from '../graph';

const none: readonly number[] = [];

/** The edges that a flow tries where a call fails. */
export function fallbacksOf(graph: Graph, flow: number, call: number): readonly number[] {
  const found = graph.fallbacks.get(call);
  const of = graph.flows[flow];
  if (found === undefined || of === undefined) return none;
  const { crossed } = graph;
  const isTaken = (at: number) => crossed === null || hasKind(crossed.kinds[at] as number, of.kind);
  return found.filter((at) => graph.edges[at]?.flows.includes(of.id) === true && isTaken(at));
}
