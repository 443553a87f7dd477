import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { type Adjacency, adjacencyOf } from '../math/components';

/** A resolved design by positions instead of ids: what every part of the analysis walks over. */
export interface Graph {
  readonly design: ResolvedDesign;
  readonly nodes: readonly ResolvedNode[];
  readonly edges: readonly ResolvedEdge[];
  readonly flows: readonly ResolvedFlow[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** Positions of an edge's ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Each node's calls in the order of their steps. */
  readonly outgoing: Adjacency;
  /** 1 where the caller waits for the call. */
  readonly sync: Uint8Array;
  /** The set of choice edges of which an edge is one; −1 where it is always called. */
  readonly choiceSet: Int32Array;
  readonly choiceSetCount: number;
  /** Position of the cache whose misses alone an edge carries; −1 where there is none. */
  readonly missOf: Int32Array;
  /** Positions of the edges that let a flow through. */
  readonly carried: readonly (readonly number[])[];
}

const graphs = new WeakMap<ResolvedDesign, Graph>();

/** The graph of a design, made once for it. Edges whose ends are not in the design, which no parsed design has, are left out. */
export function graphOf(design: ResolvedDesign): Graph {
  const known = graphs.get(design);
  if (known !== undefined) return known;
  const graph = indexed(design);
  graphs.set(design, graph);
  return graph;
}

/** One number an edge; filled by hand, for `from` goes through an iterator, which is slow for tens of thousands. */
function filled<A extends Int32Array | Uint8Array>(
  array: A,
  edges: readonly ResolvedEdge[],
  numberOf: (edge: ResolvedEdge, position: number) => number,
): A {
  for (let i = 0; i < edges.length; i++) array[i] = numberOf(edges[i] as ResolvedEdge, i);
  return array;
}

function indexed(design: ResolvedDesign): Graph {
  const { nodes, flows } = design;
  const positionOf = new Map<string, number>();
  nodes.forEach((node, position) => {
    positionOf.set(node.id, position);
  });
  const edges = design.edges.filter((edge) => positionOf.has(edge.from) && positionOf.has(edge.to));
  const at = (id: string): number => positionOf.get(id) ?? -1;
  const from = filled(new Int32Array(edges.length), edges, (edge) => at(edge.from));
  const to = filled(new Int32Array(edges.length), edges, (edge) => at(edge.to));
  const order = edges.map((_, edge) => edge);
  order.sort((a, b) => (edges[a]?.step ?? 0) - (edges[b]?.step ?? 0));
  const { choiceSet, choiceSetCount } = choiceSetsOf(nodes, edges, from, to);
  return {
    design,
    nodes,
    edges,
    flows,
    positionOf,
    from,
    to,
    outgoing: adjacencyOf(nodes.length, from, order),
    sync: filled(new Uint8Array(edges.length), edges, (edge, i) =>
      edge.mode === 'sync' && nodes[from[i] as number]?.behaviour !== 'buffer' ? 1 : 0,
    ),
    choiceSet,
    choiceSetCount,
    missOf: filled(new Int32Array(edges.length), edges, (edge) =>
      edge.onMissOf === null ? -1 : at(edge.onMissOf),
    ),
    carried: carriedOf(flows, edges),
  };
}

/** The choice edges of a distributor are one set; those of another node are one set for each kind of callee. */
function choiceSetsOf(
  nodes: readonly ResolvedNode[],
  edges: readonly ResolvedEdge[],
  from: Int32Array,
  to: Int32Array,
): { readonly choiceSet: Int32Array; readonly choiceSetCount: number } {
  const sets = new Map<string | number, number>();
  const choiceSet = filled(new Int32Array(edges.length), edges, (edge, i) => {
    if (!edge.choice) return -1;
    const caller = from[i] as number;
    const distributes = nodes[caller]?.behaviour === 'distributor';
    const key = distributes ? caller : `${caller} ${nodes[to[i] as number]?.kind.id ?? ''}`;
    const known = sets.get(key);
    if (known !== undefined) return known;
    sets.set(key, sets.size);
    return sets.size - 1;
  });
  return { choiceSet, choiceSetCount: sets.size };
}

function carriedOf(
  flows: readonly ResolvedFlow[],
  edges: readonly ResolvedEdge[],
): readonly (readonly number[])[] {
  const positions = new Map(flows.map((flow, position) => [flow.id, position]));
  const carried: number[][] = flows.map(() => []);
  edges.forEach((edge, position) => {
    for (const id of edge.flows) {
      const flow = positions.get(id);
      if (flow !== undefined) carried[flow]?.push(position);
    }
  });
  return carried;
}

/** The share of a flow's visits that a cache answers itself; writes never hit. */
export function hitRateOf(node: ResolvedNode | undefined, flow: ResolvedFlow): number {
  if (node === undefined || flow.kind !== 'read') return 0;
  if (node.behaviour !== 'inline-cache' && node.behaviour !== 'aside-cache') return 0;
  return node.config.hitRates[flow.id] ?? node.config.hitRate;
}

/** Whether requests queue and are served there; sources and pass-through nodes take no time. */
export const isStation = (node: ResolvedNode): boolean =>
  node.behaviour !== 'source' && node.behaviour !== 'pass-through';
