import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';
import { figuresOf } from './graph';
import { type Call, type PartSet, type Parts, partSet, partsOf, walkFrom } from './parts';

/** The reads of a store that no cache has had a chance to answer. */
export interface UncachedReads {
  /** The edges by which they arrive. */
  readonly edges: readonly ResolvedEdge[];
  readonly flows: readonly ResolvedFlow[];
  readonly rps: number;
  /** Of all calls to the store. */
  readonly share: number;
}

const reaches = new WeakMap<ResolvedDesign, Map<string, PartSet>>();

/** Whether a call of the flow is made whether or not a cache has the answer. */
function isUncached({ byId }: Parts, { edge, from, isLive }: Call, flow: ResolvedFlow): boolean {
  if (!isLive || !edge.flows.includes(flow.id)) return false;
  if (edge.onMissOf !== null && hitRateOf(byId.get(edge.onMissOf)?.node, flow) > 0) return false;
  return !(from.node.behaviour === 'inline-cache' && hitRateOf(from.node, flow) > 0);
}

function reachUncached(design: ResolvedDesign, flow: ResolvedFlow): PartSet {
  const known = reaches.get(design) ?? new Map<string, PartSet>();
  reaches.set(design, known);
  const found = known.get(flow.id);
  if (found !== undefined) return found;
  const parts = partsOf(design);
  const entry = parts.byId.get(flow.entry);
  const starts = entry === undefined ? [] : [entry];
  const reached = partSet(
    parts,
    walkFrom(parts, starts, (call) => isUncached(parts, call, flow)),
  );
  known.set(flow.id, reached);
  return reached;
}

/**
 * The reads that arrive at a store over no cache with a hit rate above 0: by the flows, their rates × visits, of which at least
 * one way from the entry to the store is free of caches.
 */
export function uncachedReadsAt(context: RuleContext, store: ResolvedNode): UncachedReads {
  const { design, analysis } = context;
  const visits = figuresOf(analysis).get(store.id)?.visits ?? {};
  const parts = partsOf(design);
  const callers = parts.byId.get(store.id)?.callers ?? [];
  const edges = new Set<ResolvedEdge>();
  const flows: ResolvedFlow[] = [];
  let rps = 0;
  let total = 0;
  for (const flow of design.flows) {
    const flowRps = flow.rateRps * (analysis?.load ?? 1) * (own(visits, flow.id) ?? 0);
    total += flowRps;
    if (flow.kind !== 'read' || flowRps === 0) continue;
    const reached = reachUncached(design, flow);
    const ways = callers.filter((call) => reached.includes(call.from) && isUncached(parts, call, flow));
    if (ways.length === 0) continue;
    for (const { edge } of ways) edges.add(edge);
    flows.push(flow);
    rps += flowRps;
  }
  return { edges: [...edges], flows, rps, share: total > 0 ? rps / total : 0 };
}
