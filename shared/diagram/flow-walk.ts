import type { ResolvedDesign, ResolvedEdge } from '../catalog/resolved';
import { callsByCaller } from './calls-by-caller';

const callsByDesign = new WeakMap<ResolvedDesign, ReadonlyMap<string, readonly ResolvedEdge[]>>();

function callsOf(design: ResolvedDesign): ReadonlyMap<string, readonly ResolvedEdge[]> {
  const known = callsByDesign.get(design);
  if (known !== undefined) return known;
  const calls = callsByCaller(design.edges);
  const ordered = new Map(
    [...calls].map(([from, edges]) => [from, edges.toSorted((a, b) => a.step - b.step)] as const),
  );
  callsByDesign.set(design, ordered);
  return ordered;
}

/** What a request of a flow waits for: its nodes in the order in which it first meets them, and the edges between them. */
export interface FlowWalk {
  readonly nodes: readonly string[];
  readonly edges: ReadonlySet<string>;
}

/** Follows the synchronous calls of a flow from its entry, steps in their order, each node once. */
export function synchronousWalk(design: ResolvedDesign, flow: string): FlowWalk {
  const entry = design.flows.find((item) => item.id === flow)?.entry;
  const calls = callsOf(design);
  const behaviours = new Map(design.nodes.map((node) => [node.id, node.behaviour]));
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const waiting = entry === undefined ? [] : [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (nodes.has(id)) continue;
    nodes.add(id);
    if (behaviours.get(id) === 'buffer') continue;
    const waited = (calls.get(id) ?? []).filter((edge) => edge.mode === 'sync' && edge.flows.includes(flow));
    for (const edge of waited) edges.add(edge.id);
    waiting.push(...waited.map((edge) => edge.to).reverse());
  }
  return { nodes: [...nodes], edges };
}
