import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { RuleContext } from '../rule';
import { type DesignGraph, figuresOf, graphOf, outgoingOf } from './graph';
import { flowsAt } from './paths';
import { pickedShare } from './picks';
import { isExternal } from './roles';

/** A cache on servers of one's own, beside a store or before it. */
export const isOwnCache = (node: ResolvedNode): boolean =>
  (node.behaviour === 'aside-cache' || node.behaviour === 'inline-cache') &&
  node.kind.managed !== true &&
  !isExternal(node);

const misses = new WeakMap<ResolvedDesign, ReadonlyMap<string, readonly ResolvedEdge[]>>();
const none: readonly ResolvedEdge[] = [];

/** The calls that are made for what a cache does not have: those that wait for its miss, or an inline cache's own. */
export function missEdgesOf(design: ResolvedDesign, cache: ResolvedNode): readonly ResolvedEdge[] {
  if (cache.behaviour === 'inline-cache') return outgoingOf(graphOf(design), cache.id);
  const known = misses.get(design) ?? missesOf(design);
  return known.get(cache.id) ?? none;
}

function missesOf(design: ResolvedDesign): ReadonlyMap<string, readonly ResolvedEdge[]> {
  const byCache = new Map<string, ResolvedEdge[]>();
  for (const edge of design.edges) {
    if (edge.onMissOf === null) continue;
    const list = byCache.get(edge.onMissOf);
    if (list === undefined) byCache.set(edge.onMissOf, [edge]);
    else list.push(edge);
  }
  misses.set(design, byCache);
  return byCache;
}

/** So many calls behind the cache are followed: what stands further away is another part of the design. */
const mostHops = 4;

/**
 * Reads a second that reach each node behind a cache when it answers `lostOf(flow)` less of a flow's reads: rate × visits of the
 * caller × the share lost × calls and picks on the way. Nothing is counted twice in a circle.
 */
export function readsPassedOn(
  context: RuleContext,
  cache: ResolvedNode,
  lostOf: (flow: ResolvedFlow) => number,
): ReadonlyMap<string, number> {
  const { design, analysis } = context;
  const graph = graphOf(design);
  const figures = figuresOf(analysis);
  const passedOn = new Map<string, number>();
  for (const { flow } of flowsAt(design, cache.id)) {
    const lost = lostOf(flow);
    if (flow.kind !== 'read' || lost <= 0) continue;
    for (const edge of missEdgesOf(design, cache)) {
      const visits = figures.get(edge.from)?.visits[flow.id] ?? 0;
      const rps = flow.rateRps * (analysis?.load ?? 1) * visits * lost * callsOf(graph, edge, flow);
      if (rps > 0) follow(graph, { flow, edge, rps }, new Set([cache.id]), passedOn);
    }
  }
  return passedOn;
}

interface Passing {
  readonly flow: ResolvedFlow;
  readonly edge: ResolvedEdge;
  readonly rps: number;
}

function follow(
  graph: DesignGraph,
  { flow, edge, rps }: Passing,
  above: ReadonlySet<string>,
  passedOn: Map<string, number>,
): void {
  const callee = graph.nodes.get(edge.to);
  if (callee === undefined || above.has(edge.to)) return;
  passedOn.set(edge.to, (passedOn.get(edge.to) ?? 0) + rps);
  if (above.size >= mostHops) return;
  const here = new Set([...above, edge.to]);
  const missed = callee.behaviour === 'inline-cache' ? 1 - hitRateOf(callee, flow) : 1;
  for (const next of outgoingOf(graph, edge.to)) {
    const asked = next.onMissOf === null ? 1 : 1 - hitRateOf(graph.nodes.get(next.onMissOf), flow);
    const further = rps * missed * asked * callsOf(graph, next, flow);
    if (further > 0) follow(graph, { flow, edge: next, rps: further }, here, passedOn);
  }
}

/** Mean calls of the flow over the edge for each visit of its caller, hits and misses of caches left out. */
const callsOf = (graph: DesignGraph, edge: ResolvedEdge, flow: ResolvedFlow): number =>
  edge.calls * pickedShare(graph, edge, flow);

/** Reads a second that ask the cache, and the share of them that it is said to answer; null where none asks or nothing is known. */
export function cachedReads(
  context: RuleContext,
  cache: ResolvedNode,
): { readonly rps: number; readonly hitRate: number; readonly bytes: number } | null {
  const { design, analysis } = context;
  const visits = figuresOf(analysis).get(cache.id)?.visits;
  if (analysis === null || visits === undefined) return null;
  let rps = 0;
  let hits = 0;
  let bytes = 0;
  for (const { flow } of flowsAt(design, cache.id)) {
    if (flow.kind !== 'read') continue;
    const reads = flow.rateRps * analysis.load * (visits[flow.id] ?? 0);
    rps += reads;
    hits += reads * hitRateOf(cache, flow);
    bytes += reads * flow.responseBytes;
  }
  return rps > 0 ? { rps, hitRate: hits / rps, bytes: bytes / rps } : null;
}
