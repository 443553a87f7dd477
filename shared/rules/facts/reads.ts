import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { type FlowKind, flowKinds } from '../../model/vocabulary';
import type { RuleContext } from '../rule';
import { type DesignGraph, figuresOf, graphOf } from './graph';
import { shareOfVisits } from './operations';
import { type Call, partsOf } from './parts';
import { isSparedByCache, operationOfCall } from './picks';

/** The reads of a store that no cache has had a chance to answer. */
export interface UncachedReads {
  /** The edges by which they arrive. */
  readonly edges: readonly ResolvedEdge[];
  readonly flows: readonly ResolvedFlow[];
  readonly rps: number;
  /** Of all calls to the store. */
  readonly share: number;
}

/** For each place of a design's parts whether a flow comes there to read, and to write. */
type Reached = Readonly<Record<FlowKind, Uint8Array>>;

const reaches = new WeakMap<ResolvedDesign, Map<string, Reached>>();

/** Whether a call of the flow, which a visit of the operation makes, is made whether or not a cache has the answer. */
const isUncached = (
  graph: DesignGraph,
  { edge, isLive }: Call,
  flow: ResolvedFlow,
  operation: FlowKind,
): boolean => isLive && edge.flows.includes(flow.id) && !isSparedByCache(graph, edge, flow, operation);

function reachUncached(design: ResolvedDesign, flow: ResolvedFlow): Reached {
  const known = reaches.get(design) ?? new Map<string, Reached>();
  reaches.set(design, known);
  const found = known.get(flow.id);
  if (found !== undefined) return found;
  const { all, byId } = partsOf(design);
  const graph = graphOf(design);
  const reached = { read: new Uint8Array(all.length), write: new Uint8Array(all.length) };
  const entry = byId.get(flow.entry);
  const open = entry === undefined ? [] : [{ part: entry, operation: flow.kind }];
  if (entry !== undefined) reached[flow.kind][entry.at] = 1;
  // It grows during the walk, so it is its own queue.
  for (const { part, operation } of open)
    for (const call of part.calls) {
      const called = operationOfCall(call.edge, operation);
      if (reached[called][call.to.at] === 1 || !isUncached(graph, call, flow, operation)) continue;
      reached[called][call.to.at] = 1;
      open.push({ part: call.to, operation: called });
    }
  known.set(flow.id, reached);
  return reached;
}

/**
 * The reads that arrive at a store over no cache with a hit rate above 0: by the flows, their rates × visits that read, of which
 * at least one way from the entry to the store is free of caches.
 */
export function uncachedReadsAt(context: RuleContext, store: ResolvedNode): UncachedReads {
  const { design, analysis } = context;
  const visits = figuresOf(analysis).get(store.id)?.visits ?? {};
  const graph = graphOf(design);
  const callers = partsOf(design).byId.get(store.id)?.callers ?? [];
  const edges = new Set<ResolvedEdge>();
  const flows: ResolvedFlow[] = [];
  let rps = 0;
  let total = 0;
  for (const flow of design.flows) {
    const flowRps = flow.rateRps * (analysis?.load ?? 1) * (own(visits, flow.id) ?? 0);
    total += flowRps;
    const readsRps = flowRps === 0 ? 0 : flowRps * shareOfVisits(design, flow, store.id, 'read');
    if (readsRps === 0) continue;
    const reached = reachUncached(design, flow);
    const ways = callers.filter((call) =>
      flowKinds.some(
        (operation) =>
          reached[operation][call.from.at] === 1 &&
          operationOfCall(call.edge, operation) === 'read' &&
          isUncached(graph, call, flow, operation),
      ),
    );
    if (ways.length === 0) continue;
    for (const { edge } of ways) edges.add(edge);
    flows.push(flow);
    rps += readsRps;
  }
  return { edges: [...edges], flows, rps, share: total > 0 ? rps / total : 0 };
}
