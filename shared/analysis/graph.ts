import { endsOf } from '../catalog/ends';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { type Adjacency, adjacencyOf } from '../math/components';
import { own } from '../model/own';
import type { FlowKind } from '../model/vocabulary';
import { type CrossedVisits, crossedVisitsOf, hasKind } from './crossed-visits';

/**
 * A resolved design by positions instead of ids: what every part of the analysis walks over. Nodes and edges are those of the
 * design, in its order; where calls are another operation than the kind of their flow, the nodes of those visits and the edges
 * of those calls are behind them once more (`crossed`).
 */
export interface Graph {
  readonly design: ResolvedDesign;
  readonly nodes: readonly ResolvedNode[];
  readonly edges: readonly ResolvedEdge[];
  /** How many nodes and edges are the design's own. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Visits whose operation is not the kind of their flow; null where there are none. */
  readonly crossed: CrossedVisits | null;
  readonly flows: readonly ResolvedFlow[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** Positions of an edge's ends, as visits. */
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
  /** Positions of the edges that let a flow through; a fallback, which is no call of the nominal system, is not among them. */
  readonly carried: readonly (readonly number[])[];
  /** Positions of the fallbacks of a call, by its position. */
  readonly fallbacks: ReadonlyMap<number, readonly number[]>;
}

/** A graph follows from its design alone, which never changes: whoever asks first makes it for all. */
const graphs = new WeakMap<ResolvedDesign, Graph>();

/** The most recent graph: most designs are the one before with a few figures changed. */
export interface LatestGraph {
  graph: Graph | null;
}

/**
 * The graph of a design, made once for it. Edges whose ends are not in the design, which no parsed design has, are left out.
 * Where a design has the nodes and calls of the latest one, their positions and order are shared with it.
 */
export function graphOf(design: ResolvedDesign, latest: LatestGraph = { graph: null }): Graph {
  const known = graphs.get(design);
  if (known !== undefined) return known;
  const { nodes, edges, flows } = design;
  const before = latest.graph;
  const graph =
    before !== null && hasStructureOf(before, design)
      ? { ...before, design, ...withCrossed(nodes, edges, before.crossed), flows }
      : indexed(design);
  graphs.set(design, graph);
  latest.graph = graph;
  return graph;
}

/** Whether a design is made of the same nodes and calls as one before: all that positions, order and sets are read from. */
function hasStructureOf(before: Graph, { nodes, edges, flows }: ResolvedDesign): boolean {
  if (before.edgeCount !== before.design.edges.length) return false;
  return (
    isAlike(before.design.nodes, nodes, isPlacedAlike) &&
    isAlike(before.flows, flows, (a, b) => a.id === b.id && a.kind === b.kind) &&
    isAlike(before.design.edges, edges, isCalledAlike)
  );
}

/** Nodes and edges by position, those of crossed visits included. */
function withCrossed(
  nodes: readonly ResolvedNode[],
  edges: readonly ResolvedEdge[],
  crossed: CrossedVisits | null,
): Pick<Graph, 'nodes' | 'edges'> {
  if (crossed === null) return { nodes, edges };
  return {
    nodes: Array.from(crossed.nodeOf, (node) => nodes[node] as ResolvedNode),
    edges: Array.from(crossed.edgeOf, (edge) => edges[edge] as ResolvedEdge),
  };
}

function isAlike<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const one = a[i] as T;
    const other = b[i] as T;
    if (one !== other && !isSame(one, other)) return false;
  }
  return true;
}

const isPlacedAlike = (a: ResolvedNode, b: ResolvedNode): boolean =>
  a.id === b.id && a.behaviour === b.behaviour && a.kind.id === b.kind.id;

const isCalledAlike = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.step === b.step &&
  a.operation === b.operation &&
  a.mode === b.mode &&
  a.choice === b.choice &&
  a.onMissOf === b.onMissOf &&
  a.fallbackOf === b.fallbackOf &&
  isSameList(a.flows, b.flows);

/** Whether two lists have the same members in the same order. */
export const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || isAlike(a, b, () => false);

function indexed(design: ResolvedDesign): Graph {
  const { flows } = design;
  const { positionOf } = endsOf(design);
  const whole = wholeEdgesOf(design);
  const nodeCount = design.nodes.length;
  const crossed = crossedVisitsOf(nodeCount, whole.edges, whole.from, whole.to, flows);
  const { nodes, edges } = withCrossed(design.nodes, whole.edges, crossed);
  const { from, to } = crossed ?? whole;
  const { choiceSet, choiceSetCount } = choiceSetsOf(nodes, edges, from, to);
  return {
    design,
    nodes,
    edges,
    nodeCount,
    edgeCount: whole.edges.length,
    crossed,
    flows,
    positionOf,
    from,
    to,
    outgoing: outgoingOf(nodes.length, edges, from),
    sync: waitedFor(nodes, edges, from),
    choiceSet,
    choiceSetCount,
    missOf: missesOf(edges, positionOf),
    carried: carriedOf(flows, edges, crossed),
    fallbacks: fallbacksIn(edges, from),
  };
}

/** The edges of which both ends are in the design. */
function wholeEdgesOf(design: ResolvedDesign): Pick<Graph, 'edges' | 'from' | 'to'> {
  const { edges } = design;
  const { from, to } = endsOf(design);
  if (!from.includes(-1) && !to.includes(-1)) return { edges, from, to };
  const isWhole = (_: unknown, i: number): boolean => from[i] !== -1 && to[i] !== -1;
  return { edges: edges.filter(isWhole), from: from.filter(isWhole), to: to.filter(isWhole) };
}

// By counting, here and below: iterators and callbacks are slow for tens of thousands.
function waitedFor(
  nodes: readonly ResolvedNode[],
  edges: readonly ResolvedEdge[],
  from: Int32Array,
): Uint8Array {
  const sync = new Uint8Array(edges.length);
  for (let i = 0; i < edges.length; i++)
    if (edges[i]?.mode === 'sync' && nodes[from[i] as number]?.behaviour !== 'buffer') sync[i] = 1;
  return sync;
}

function missesOf(edges: readonly ResolvedEdge[], positionOf: ReadonlyMap<string, number>): Int32Array {
  const missOf = new Int32Array(edges.length).fill(-1);
  for (let i = 0; i < edges.length; i++) {
    const cache = edges[i]?.onMissOf ?? null;
    if (cache !== null) missOf[i] = positionOf.get(cache) ?? -1;
  }
  return missOf;
}

/** Each node's edges by step, those of one step in the document's order. */
function outgoingOf(count: number, edges: readonly ResolvedEdge[], from: Int32Array): Adjacency {
  const inOrder = new Int32Array(edges.length);
  for (let i = 0; i < inOrder.length; i++) inOrder[i] = i;
  const outgoing = adjacencyOf(count, from, inOrder);
  const stepOf = (edge: number): number => edges[edge]?.step ?? 0;
  for (let node = 0; node < count; node++) {
    const first = outgoing.start[node] as number;
    const end = outgoing.start[node + 1] as number;
    let isInOrder = true;
    for (let i = first + 1; i < end && isInOrder; i++)
      isInOrder = stepOf(outgoing.edges[i - 1] as number) <= stepOf(outgoing.edges[i] as number);
    if (!isInOrder) outgoing.edges.subarray(first, end).sort((a, b) => stepOf(a) - stepOf(b) || a - b);
  }
  return outgoing;
}

/** The choice edges of a distributor are one set; those of another node are one set for each kind of callee. */
function choiceSetsOf(
  nodes: readonly ResolvedNode[],
  edges: readonly ResolvedEdge[],
  from: Int32Array,
  to: Int32Array,
): { readonly choiceSet: Int32Array; readonly choiceSetCount: number } {
  const sets = new Map<string | number, number>();
  const choiceSet = new Int32Array(edges.length).fill(-1);
  for (let i = 0; i < edges.length; i++) {
    if (edges[i]?.choice !== true || edges[i]?.fallbackOf !== null) continue;
    const caller = from[i] as number;
    const distributes = nodes[caller]?.behaviour === 'distributor';
    const key = distributes ? caller : `${caller} ${nodes[to[i] as number]?.kind.id ?? ''}`;
    const set = sets.get(key) ?? sets.size;
    sets.set(key, set);
    choiceSet[i] = set;
  }
  return { choiceSet, choiceSetCount: sets.size };
}

/** Flows that the same edges let through share one list: most edges have the list of all flows. */
function carriedOf(
  flows: readonly ResolvedFlow[],
  edges: readonly ResolvedEdge[],
  crossed: CrossedVisits | null,
): readonly (readonly number[])[] {
  const lists = listsOf(edges);
  const known = new Map<string, readonly number[]>();
  return flows.map(({ id, kind }) => {
    const within = lists.map((list) => list.includes(id));
    const key = `${crossed === null ? '' : kind}${within.map(Number).join('')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const letting = new Set(lists.filter((_, i) => within[i]));
    const carried: number[] = [];
    let last: readonly string[] | null = null;
    let isLetting = false;
    for (let i = 0; i < edges.length; i++) {
      const { flows: list, fallbackOf } = edges[i] as ResolvedEdge;
      if (list !== last) isLetting = letting.has(list);
      last = list;
      const isTaken = crossed === null || hasKind(crossed.kinds[i] as number, kind);
      if (isLetting && isTaken && fallbackOf === null) carried.push(i);
    }
    known.set(key, carried);
    return carried;
  });
}

const noFallbacks: Graph['fallbacks'] = new Map();

function fallbacksIn(edges: readonly ResolvedEdge[], from: Int32Array): Graph['fallbacks'] {
  if (edges.every(({ fallbackOf }) => fallbackOf === null)) return noFallbacks;
  const positions = new Map<string, number[]>();
  edges.forEach(({ id }, position) => {
    positions.set(id, [...(positions.get(id) ?? []), position]);
  });
  const found = new Map<number, number[]>();
  edges.forEach(({ fallbackOf }, position) => {
    // Crossed visits try their own.
    for (const call of positions.get(fallbackOf ?? '') ?? [])
      if (from[call] === from[position]) found.set(call, [...(found.get(call) ?? []), position]);
  });
  return found;
}

/** The lists of flows that edges have, each once. */
function listsOf(edges: readonly ResolvedEdge[]): readonly (readonly string[])[] {
  const lists = new Set<readonly string[]>();
  let last: readonly string[] | null = null;
  for (const { flows } of edges) {
    if (flows !== last) lists.add(flows);
    last = flows;
  }
  return [...lists];
}

/** The share of a flow's visits that a cache answers itself; writes never hit. */
export function hitRateOf(
  node: ResolvedNode | undefined,
  flow: ResolvedFlow,
  operation: FlowKind = flow.kind,
): number {
  if (node === undefined || operation !== 'read') return 0;
  if (node.behaviour !== 'inline-cache' && node.behaviour !== 'aside-cache') return 0;
  return own(node.config.hitRates, flow.id) ?? node.config.hitRate;
}

/** Whether requests queue and are served there; sources and pass-through nodes take no time. */
export const isStation = (node: ResolvedNode): boolean =>
  node.behaviour !== 'source' && node.behaviour !== 'pass-through';
