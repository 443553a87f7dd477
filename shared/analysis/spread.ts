import type { Graph } from './graph';
import type { Spread } from './station';
import type { FlowTraffic } from './traffic';

const shared: Spread = { kind: 'shared' };

/**
 * How each node's arrivals are spread over its replicas: by the algorithm of the distributors that call it. One queue
 * where none does, where several with different algorithms do, and where others call it or a flow starts there.
 */
export function spreadsOf(graph: Graph, traffics: readonly FlowTraffic[]): readonly Spread[] {
  const spreads: (Spread | undefined)[] = graph.nodes.map(() => undefined);
  for (const { entry } of traffics) if (entry >= 0) spreads[entry] = shared;
  for (const edge of usedEdges(graph, traffics)) {
    const to = graph.to[edge] as number;
    if (spreads[to] === shared) continue;
    spreads[to] = joined(spreads[to], spreadBy(graph, graph.from[edge] as number));
  }
  return spreads.map((spread) => spread ?? shared);
}

/** Positions of the edges that any flow takes, in the document's order. */
export function usedEdges(graph: Graph, traffics: readonly FlowTraffic[]): Int32Array {
  const isUsed = new Uint8Array(graph.edges.length);
  let count = 0;
  for (const { edges } of traffics)
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] as number;
      if (isUsed[edge] === 1) continue;
      isUsed[edge] = 1;
      count += 1;
    }
  const used = new Int32Array(count);
  for (let edge = 0, i = 0; i < count; edge++)
    if (isUsed[edge] === 1) {
      used[i] = edge;
      i += 1;
    }
  return used;
}

function spreadBy(graph: Graph, caller: number): Spread {
  const node = graph.nodes[caller];
  if (node?.behaviour !== 'distributor') return shared;
  const { algorithm, hotShare } = node.config;
  if (algorithm === 'random' || algorithm === 'round-robin') return { kind: algorithm };
  return algorithm === 'ip-hash' ? { kind: 'hashed', hotShare } : shared;
}

/** Distributors that hash alike send their busiest clients to one replica; the hotter of them says how hot it is. */
function joined(known: Spread | undefined, next: Spread): Spread {
  if (known === undefined) return next;
  if (known.kind !== next.kind) return shared;
  if (known.kind === 'hashed' && next.kind === 'hashed')
    return { kind: 'hashed', hotShare: Math.max(known.hotShare, next.hotShare) };
  return known;
}
