import type { Analysis, NodeFigures } from '../../analysis/analysis';
import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';

/** The parts of a design by id, and who calls whom; `partsOf` has the same for what looks at every part. */
export interface DesignGraph {
  readonly nodes: ReadonlyMap<string, ResolvedNode>;
  readonly outgoing: ReadonlyMap<string, readonly ResolvedEdge[]>;
  readonly incoming: ReadonlyMap<string, readonly ResolvedEdge[]>;
  /** Ids of the edges that have a fallback. */
  readonly spared: ReadonlySet<string>;
  /** Whether a call does something else than what the visit that makes it does, by its own operation. */
  readonly crosses: boolean;
}

const none: readonly ResolvedEdge[] = [];
const graphs = new WeakMap<ResolvedDesign, DesignGraph>();
const figures = new WeakMap<Analysis, ReadonlyMap<string, NodeFigures>>();

/** The index of a design, built once for all rules, and each part of it on first use. */
export function graphOf(design: ResolvedDesign): DesignGraph {
  const known = graphs.get(design);
  if (known !== undefined) return known;
  let nodes: DesignGraph['nodes'] | null = null;
  let calls: Pick<DesignGraph, 'outgoing' | 'incoming'> | null = null;
  let spared: DesignGraph['spared'] | null = null;
  const graph: DesignGraph = {
    get nodes() {
      nodes ??= new Map(design.nodes.map((node) => [node.id, node]));
      return nodes;
    },
    get outgoing() {
      calls ??= callsById(design.edges, graph.nodes);
      return calls.outgoing;
    },
    get incoming() {
      calls ??= callsById(design.edges, graph.nodes);
      return calls.incoming;
    },
    get spared() {
      spared ??= new Set(design.edges.flatMap(({ fallbackOf }) => fallbackOf ?? []));
      return spared;
    },
    crosses: design.edges.some(({ operation }) => operation !== null),
  };
  graphs.set(design, graph);
  return graph;
}

/** The edges between nodes that there are, by the node that they leave and by the one that they lead to. */
function callsById(
  edges: readonly ResolvedEdge[],
  nodes: DesignGraph['nodes'],
): Pick<DesignGraph, 'outgoing' | 'incoming'> {
  const outgoing = new Map<string, ResolvedEdge[]>();
  const incoming = new Map<string, ResolvedEdge[]>();
  for (const edge of edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    push(outgoing, edge.from, edge);
    push(incoming, edge.to, edge);
  }
  return { outgoing, incoming };
}

function push(lists: Map<string, ResolvedEdge[]>, id: string, edge: ResolvedEdge): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [edge]);
  else list.push(edge);
}

/**
 * Whether the edge calls while nothing is down: one without calls, or without weight in a choice, carries nothing, nor does a
 * fallback.
 */
export const isLive = (edge: ResolvedEdge): boolean =>
  edge.calls > 0 && !(edge.choice && edge.weight === 0) && edge.fallbackOf === null;

export const outgoingOf = (graph: DesignGraph, id: string): readonly ResolvedEdge[] =>
  graph.outgoing.get(id) ?? none;
export const incomingOf = (graph: DesignGraph, id: string): readonly ResolvedEdge[] =>
  graph.incoming.get(id) ?? none;

/** Whether the analysis says anything of the node: neither a plain box of a sketch nor an observer. */
export const isModelled = (node: ResolvedNode): boolean =>
  node.behaviour !== 'pass-through' && node.behaviour !== 'observer';

/** Whether the edge calls and the caller waits for the answer; an edge that leaves a buffer is asynchronous whatever it says. */
export function waitsFor(graph: DesignGraph, edge: ResolvedEdge): boolean {
  return isLive(edge) && edge.mode === 'sync' && graph.nodes.get(edge.from)?.behaviour !== 'buffer';
}

/** The figures of every node by id; empty where there is no analysis. */
export function figuresOf(analysis: Analysis | null): ReadonlyMap<string, NodeFigures> {
  if (analysis === null) return new Map();
  const known = figures.get(analysis);
  if (known !== undefined) return known;
  const byId = new Map(analysis.nodes.map((node) => [node.id, node]));
  figures.set(analysis, byId);
  return byId;
}

/**
 * Ids that are reached from `starts`, those included, over the edges that `follows` lets through.
 * Linear in nodes and edges.
 */
export function reachedFrom(
  graph: DesignGraph,
  starts: Iterable<string>,
  follows: (edge: ResolvedEdge) => boolean = () => true,
): Set<string> {
  const reached = new Set(starts);
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const id of reached) {
    for (const edge of outgoingOf(graph, id)) if (follows(edge)) reached.add(edge.to);
  }
  return reached;
}
