import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';
import { figuresOf, graphOf } from './graph';
import { nodesOfBehaviour } from './nodes';
import { shareOfVisits } from './operations';
import { type Call, type Part, partsOf } from './parts';
import { flowsAt, flowsAtPart } from './paths';
import { pickedShare } from './picks';
import { isExternal } from './roles';

/** Whether a cache runs on servers of one's own. */
const isOwnCache = (node: ResolvedNode): boolean => node.kind.managed !== true && !isExternal(node);

/** The caches of one's own, those beside a store first. */
export const ownCachesOf = (design: ResolvedDesign): readonly ResolvedNode[] =>
  [...nodesOfBehaviour(design, 'aside-cache'), ...nodesOfBehaviour(design, 'inline-cache')].filter(
    isOwnCache,
  );

const misses = new WeakMap<ResolvedDesign, ReadonlyMap<string, readonly Call[]>>();
const none: readonly Call[] = [];

/** The calls that are made for what a cache does not have: those that wait for its miss, or an inline cache's own. */
export function missCallsOf(design: ResolvedDesign, cache: ResolvedNode): readonly Call[] {
  if (cache.behaviour === 'inline-cache') return partsOf(design).byId.get(cache.id)?.calls ?? none;
  const known = misses.get(design) ?? missesOf(design);
  return known.get(cache.id) ?? none;
}

function missesOf(design: ResolvedDesign): ReadonlyMap<string, readonly Call[]> {
  const byCache = new Map<string, Call[]>();
  for (const call of partsOf(design).calls) {
    const { onMissOf } = call.edge;
    if (onMissOf === null) continue;
    const list = byCache.get(onMissOf);
    if (list === undefined) byCache.set(onMissOf, [call]);
    else list.push(call);
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
  const figures = figuresOf(analysis);
  const start = partsOf(design).byId.get(cache.id);
  const passedOn = new Map<string, number>();
  const calls = missCallsOf(design, cache);
  if (start === undefined || calls.length === 0) return passedOn;
  for (const { flow } of flowsAtPart(design, start)) {
    const lost = lostOf(flow);
    if (flow.kind !== 'read' || lost <= 0) continue;
    for (const call of calls) {
      const visits = own(figures.get(call.edge.from)?.visits, flow.id) ?? 0;
      const rps = flow.rateRps * (analysis?.load ?? 1) * visits * lost * callsOf(design, call, flow);
      if (rps > 0) follow(design, { flow, call, rps }, new Set([start]), passedOn);
    }
  }
  return passedOn;
}

interface Passing {
  readonly flow: ResolvedFlow;
  readonly call: Call;
  readonly rps: number;
}

function follow(
  design: ResolvedDesign,
  { flow, call: { to }, rps }: Passing,
  above: ReadonlySet<Part>,
  passedOn: Map<string, number>,
): void {
  if (above.has(to)) return;
  const { id } = to.node;
  passedOn.set(id, (passedOn.get(id) ?? 0) + rps);
  if (above.size >= mostHops) return;
  const here = new Set([...above, to]);
  const missed = to.node.behaviour === 'inline-cache' ? 1 - hitRateOf(to.node, flow) : 1;
  const { byId } = partsOf(design);
  for (const call of to.calls) {
    const { onMissOf } = call.edge;
    const missShare = onMissOf === null ? 1 : 1 - hitRateOf(byId.get(onMissOf)?.node, flow);
    const further = rps * missed * missShare * callsOf(design, call, flow);
    if (further > 0) follow(design, { flow, call, rps: further }, here, passedOn);
  }
}

/** Mean calls of the flow for each visit of its caller, hits and misses of caches left out. */
const callsOf = (design: ResolvedDesign, { edge }: Call, flow: ResolvedFlow): number =>
  edge.calls * pickedShare(graphOf(design), edge, flow);

/** Reads a second that look up the cache, and the hit rate that is set; null where there are none or nothing is known. */
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
    const share = shareOfVisits(design, flow, cache.id, 'read');
    const reads = flow.rateRps * analysis.load * (own(visits, flow.id) ?? 0) * share;
    rps += reads;
    hits += reads * hitRateOf(cache, flow, 'read');
    bytes += reads * flow.responseBytes;
  }
  return rps > 0 ? { rps, hitRate: hits / rps, bytes: bytes / rps } : null;
}
