import type { ResolvedNode } from '../catalog/resolved';
import type { Graph } from './graph';
import { limitRpsOf } from './rate-limit';
import type { Spread } from './station';
import type { FlowTraffic } from './traffic';
import { endsByNode, nodeAt } from './visit-positions';

const shared: Spread = { kind: 'shared' };

/**
 * How each node's arrivals are spread over its replicas: by the algorithm of the distributors that call it. One queue
 * where none does, where several with different algorithms do, and where others call it or a flow starts there.
 */
export function spreadsOf(graph: Graph, traffics: readonly FlowTraffic[]): readonly Spread[] {
  const spreads: (Spread | undefined)[] = graph.design.nodes.map(() => undefined);
  const ends = endsByNode(graph);
  for (const { entry } of traffics) if (entry >= 0) spreads[entry] = shared;
  for (const edge of usedEdges(graph, traffics)) {
    const to = ends.to[edge] as number;
    if (spreads[to] === shared) continue;
    spreads[to] = joined(spreads[to], spreadBy(graph, graph.from[edge] as number));
  }
  const found = spreads.map((spread, node) => hotSpread(graph.nodes[node]) ?? spread ?? shared);
  if (graph.nodes.some((node) => node.kind.id === 'stream')) order(graph, traffics, found);
  if (graph.nodes.some((node) => limitRpsOf(node) !== null)) pace(graph, traffics, found);
  return found;
}

/** A cache whose keys are not spread evenly has a queue for each replica, as behind a distributor that hashes; null for others. */
function hotSpread(node: ResolvedNode | undefined): Spread | null {
  if (node === undefined || node.config.hotShare === 0) return null;
  const isCache = node.behaviour === 'aside-cache' || node.behaviour === 'inline-cache';
  return isCache ? { kind: 'hashed', hotShare: node.config.hotShare } : null;
}

/** What reads streams in their order works on each partition one at a time: of several streams the fewest, and the hottest. */
function order(graph: Graph, traffics: readonly FlowTraffic[], spreads: Spread[]): void {
  const isOrdered = new Uint8Array(graph.edges.length);
  for (const { flow, edges } of traffics)
    for (const edge of edges) {
      const caller = graph.nodes[graph.from[edge] as number];
      if (caller?.kind.id !== 'stream') continue;
      if (caller.config.other.ordered === true || graph.flows[flow]?.ordered === true) isOrdered[edge] = 1;
    }
  graph.edges.forEach((_, edge) => {
    if (isOrdered[edge] === 0) return;
    const to = nodeAt(graph, graph.to[edge] as number);
    const { config } = graph.nodes[graph.from[edge] as number] as ResolvedNode;
    const before = spreads[to];
    if (before?.kind !== 'shared') return;
    const { partitions = Number.POSITIVE_INFINITY, hotShare = 0 } = before.ordered ?? {};
    spreads[to] = {
      kind: 'shared',
      ordered: {
        partitions: Math.min(partitions, config.other.partitions ?? 1),
        hotShare: Math.max(hotShare, config.hotShare),
      },
    };
  });
}

/** What has a rate limit and is called by buffers alone takes what it can, and the rest waits for it. */
function pace(graph: Graph, traffics: readonly FlowTraffic[], spreads: Spread[]): void {
  const isEntered = new Set(traffics.map(({ entry }) => entry));
  const isCalled = new Set<number>();
  const isAsked = new Set<number>();
  for (const edge of usedEdges(graph, traffics)) {
    const to = nodeAt(graph, graph.to[edge] as number);
    const isBuffer = graph.nodes[graph.from[edge] as number]?.behaviour === 'buffer';
    (isBuffer ? isCalled : isAsked).add(to);
  }
  for (const node of isCalled) {
    const of = graph.nodes[node];
    const spread = spreads[node];
    if (of === undefined || spread === undefined || limitRpsOf(of) === null) continue;
    if (!isAsked.has(node) && !isEntered.has(node)) spreads[node] = { ...spread, paced: true };
  }
}

/** Positions of the calls that any flow makes, rising. */
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
