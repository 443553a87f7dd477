import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { RuleContext } from '../rule';
import { type DesignGraph, figuresOf, graphOf, incomingOf, isLive, reachedFrom } from './graph';

/** The reads of a store that no cache has had a chance to answer. */
export interface UncachedReads {
  /** The edges by which they arrive. */
  readonly edges: readonly ResolvedEdge[];
  readonly flows: readonly ResolvedFlow[];
  readonly rps: number;
  /** Of all that the store is asked for. */
  readonly share: number;
}

const reaches = new WeakMap<ResolvedDesign, Map<string, ReadonlySet<string>>>();

/** Whether a call of the flow over this edge is made whether or not a cache has the answer. */
function isUncached(graph: DesignGraph, edge: ResolvedEdge, flow: ResolvedFlow): boolean {
  if (!isLive(edge) || !edge.flows.includes(flow.id)) return false;
  if (edge.onMissOf !== null && hitRateOf(graph.nodes.get(edge.onMissOf), flow) > 0) return false;
  const from = graph.nodes.get(edge.from);
  return !(from?.behaviour === 'inline-cache' && hitRateOf(from, flow) > 0);
}

function reachUncached(design: ResolvedDesign, flow: ResolvedFlow): ReadonlySet<string> {
  const known = reaches.get(design) ?? new Map<string, ReadonlySet<string>>();
  reaches.set(design, known);
  const found = known.get(flow.id);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const reached = reachedFrom(graph, [flow.entry], (edge) => isUncached(graph, edge, flow));
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
  const graph = graphOf(design);
  const edges = new Set<ResolvedEdge>();
  const flows: ResolvedFlow[] = [];
  let rps = 0;
  let total = 0;
  for (const flow of design.flows) {
    const flowRps = flow.rateRps * (analysis?.load ?? 1) * (visits[flow.id] ?? 0);
    total += flowRps;
    if (flow.kind !== 'read' || flowRps === 0) continue;
    const reached = reachUncached(design, flow);
    const ways = incomingOf(graph, store.id).filter(
      (edge) => reached.has(edge.from) && isUncached(graph, edge, flow),
    );
    if (ways.length === 0) continue;
    for (const edge of ways) edges.add(edge);
    flows.push(flow);
    rps += flowRps;
  }
  return { edges: [...edges], flows, rps, share: total > 0 ? rps / total : 0 };
}
