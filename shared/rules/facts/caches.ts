import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { type FlowKind, flowKinds } from '../../model/vocabulary';
import type { RuleContext } from '../rule';
import { figuresOf, graphOf } from './graph';
import { nodesOfBehaviour } from './nodes';
import { shareOfVisits } from './operations';
import { type Call, type Part, partsOf } from './parts';
import { flowsAt, flowsAtPart } from './paths';
import { lookUpHits, operationOfCall, pickedShare } from './picks';
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

/** So many calls behind the cache are followed: what is further away is another part of the design. */
const mostHops = 4;

/** Calls a second that read, and that write. */
export type PassedOn = Readonly<Record<FlowKind, number>>;

/**
 * Calls a second that reach each node behind a cache when it answers `lostOf(flow)` less of a flow's reads: rate × visits of the
 * caller, of those whose look-up reads, × the share lost × calls and picks on the way, each by what it does. Nothing is counted
 * twice in a circle.
 */
export function readsPassedOn(
  context: RuleContext,
  cache: ResolvedNode,
  lostOf: (flow: ResolvedFlow) => number,
): ReadonlyMap<string, PassedOn> {
  const { design, analysis } = context;
  const figures = figuresOf(analysis);
  const start = partsOf(design).byId.get(cache.id);
  const passedOn = new Map<string, PassedOn>();
  const calls = missCallsOf(design, cache);
  if (start === undefined || calls.length === 0) return passedOn;
  for (const { flow } of flowsAtPart(design, start)) {
    const lost = lostOf(flow) * flow.rateRps * (analysis?.load ?? 1);
    if (lost <= 0) continue;
    for (const call of calls) {
      const { from } = call.edge;
      const visits = lost * (own(figures.get(from)?.visits, flow.id) ?? 0);
      for (const operation of flowKinds) {
        if (!isLookedUp(design, cache, call, flow, operation)) continue;
        const rps = visits * shareOfVisits(design, flow, from, operation) * callsOf(design, call, flow);
        const called = operationOfCall(call.edge, operation);
        if (rps > 0) follow(design, { flow, call, operation: called, rps }, new Set([start]), passedOn);
      }
    }
  }
  return passedOn;
}

/** Whether a visit of the operation, of whoever makes the call, asks the cache for what it may have. */
function isLookedUp(
  design: ResolvedDesign,
  cache: ResolvedNode,
  { edge }: Call,
  flow: ResolvedFlow,
  operation: FlowKind,
): boolean {
  if (cache.behaviour === 'inline-cache') return hitRateOf(cache, flow, operation) > 0;
  return lookUpHits(graphOf(design), edge, flow, operation) > 0;
}

interface Passing {
  readonly flow: ResolvedFlow;
  readonly call: Call;
  /** What the call does. */
  readonly operation: FlowKind;
  readonly rps: number;
}

const nothing: PassedOn = { read: 0, write: 0 };

function follow(
  design: ResolvedDesign,
  { flow, call: { to }, operation, rps }: Passing,
  above: ReadonlySet<Part>,
  passedOn: Map<string, PassedOn>,
): void {
  if (above.has(to)) return;
  const { id } = to.node;
  const sofar = passedOn.get(id) ?? nothing;
  passedOn.set(id, { ...sofar, [operation]: sofar[operation] + rps });
  if (above.size >= mostHops) return;
  const here = new Set([...above, to]);
  const graph = graphOf(design);
  const missed = to.node.behaviour === 'inline-cache' ? 1 - hitRateOf(to.node, flow, operation) : 1;
  for (const call of to.calls) {
    const missShare = 1 - lookUpHits(graph, call.edge, flow, operation);
    const further = rps * missed * missShare * callsOf(design, call, flow);
    const called = operationOfCall(call.edge, operation);
    if (further > 0) follow(design, { flow, call, operation: called, rps: further }, here, passedOn);
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
