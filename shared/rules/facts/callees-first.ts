import type { ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { type DesignGraph, outgoingOf, waitsFor } from './graph';

const known = new WeakMap<DesignGraph, Map<string, readonly ResolvedEdge[]>>();

/** The calls of a node that any flow waits for; found once for all of them. */
function waitedFrom(graph: DesignGraph, id: string): readonly ResolvedEdge[] {
  const ofGraph = known.get(graph) ?? new Map<string, readonly ResolvedEdge[]>();
  known.set(graph, ofGraph);
  const found = ofGraph.get(id) ?? outgoingOf(graph, id).filter((edge) => waitsFor(graph, edge));
  ofGraph.set(id, found);
  return found;
}

/** The calls of a node that a flow makes and waits for. */
export function waitedCalls(graph: DesignGraph, flow: ResolvedFlow, id: string): readonly ResolvedEdge[] {
  const waited = waitedFrom(graph, id);
  const carries = (edge: ResolvedEdge) => edge.flows.includes(flow.id);
  return waited.every(carries) ? waited : waited.filter(carries);
}

/** The nodes that the flow waits for, every callee before its callers but for calls in a circle. Linear, and without recursion. */
export function calleesFirst(graph: DesignGraph, flow: ResolvedFlow): readonly string[] {
  const seen = new Set([flow.entry]);
  const done: string[] = [];
  const stack = [{ id: flow.entry, edges: waitedCalls(graph, flow, flow.entry), next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const edge = top.edges[top.next];
    top.next += 1;
    if (edge === undefined) {
      done.push(top.id);
      stack.pop();
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to);
      stack.push({ id: edge.to, edges: waitedCalls(graph, flow, edge.to), next: 0 });
    }
  }
  return done;
}
