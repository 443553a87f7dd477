import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { Behaviour } from '../../model/vocabulary';
import { type DesignGraph, graphOf, incomingOf, isLive, outgoingOf } from './graph';
import { isExternal, isOwnCode, isPublicSource, publicEdges } from './roles';

/** A node that the public calls, and the code of one's own to which it passes what it is sent. */
export interface OpenEntry {
  readonly node: ResolvedNode;
  readonly code: ResolvedNode;
  /** The calls of the public to it. */
  readonly edges: readonly ResolvedEdge[];
}

const passing: ReadonlySet<Behaviour> = new Set(['source', 'station', 'distributor', 'inline-cache']);

/**
 * Whether a request is passed on as it came: what leaves a buffer, a store or another company is called by nobody outside,
 * and what a plain box does is not known.
 */
export const passesOn = (node: ResolvedNode): boolean => passing.has(node.behaviour) && !isExternal(node);

const known = new WeakMap<ResolvedDesign, readonly ResolvedEdge[]>();

/** The calls by which requests of the public come in, those behind a name server that is drawn in line included. */
export function entryEdges(design: ResolvedDesign): readonly ResolvedEdge[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const named = design.nodes.filter(
    (node) => node.kind.id === 'dns' && incomingOf(graph, node.id).some((edge) => isFromPublic(graph, edge)),
  );
  const behindNames = named.flatMap((node) =>
    outgoingOf(graph, node.id).filter((edge) => isLive(edge) && !isExternalAt(graph, edge.to)),
  );
  const edges = [...publicEdges(design), ...behindNames];
  known.set(design, edges);
  return edges;
}

function isFromPublic(graph: DesignGraph, edge: ResolvedEdge): boolean {
  const from = graph.nodes.get(edge.from);
  return from !== undefined && isLive(edge) && isPublicSource(from);
}

function isExternalAt(graph: DesignGraph, id: string): boolean {
  const node = graph.nodes.get(id);
  return node === undefined || isExternal(node);
}

/**
 * The nodes that the public calls and from which code of one's own is reached with no guard on the way, both ends
 * included. Walks back from the code, so it is linear in nodes and edges.
 */
export function openEntries(
  design: ResolvedDesign,
  guards: (node: ResolvedNode) => boolean,
): readonly OpenEntry[] {
  const graph = graphOf(design);
  const leadsTo = codeBehind(design, guards);
  const open = new Map<string, { node: ResolvedNode; code: ResolvedNode; edges: ResolvedEdge[] }>();
  for (const edge of entryEdges(design)) {
    const entry = open.get(edge.to);
    const node = graph.nodes.get(edge.to);
    const code = leadsTo.get(edge.to);
    if (entry !== undefined) entry.edges.push(edge);
    else if (node !== undefined && code !== undefined) open.set(edge.to, { node, code, edges: [edge] });
  }
  return [...open.values()];
}

/** For each node from which own code is reached unguarded, that code. */
function codeBehind(
  design: ResolvedDesign,
  guards: (node: ResolvedNode) => boolean,
): ReadonlyMap<string, ResolvedNode> {
  const graph = graphOf(design);
  const leadsTo = new Map<string, ResolvedNode>();
  for (const node of design.nodes) if (isOwnCode(node) && !guards(node)) leadsTo.set(node.id, node);
  // A map yields what is added to it during the walk, so it is its own queue.
  for (const [id, code] of leadsTo) {
    for (const edge of incomingOf(graph, id)) {
      const from = graph.nodes.get(edge.from);
      if (from === undefined || leadsTo.has(from.id) || !isLive(edge)) continue;
      if (from.behaviour !== 'source' && passesOn(from) && !guards(from)) leadsTo.set(from.id, code);
    }
  }
  return leadsTo;
}
