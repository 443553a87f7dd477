import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { Behaviour } from '../../model/vocabulary';
import { nodesOfKind } from './nodes';
import { type Call, partsOf } from './parts';
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
  const { byId } = partsOf(design);
  const edges = [...publicEdges(design)];
  for (const { id } of nodesOfKind(design, 'dns')) {
    const part = byId.get(id);
    if (part === undefined || !part.callers.some(isFromPublic)) continue;
    for (const { edge, isLive, to } of part.calls) if (isLive && !isExternal(to.node)) edges.push(edge);
  }
  known.set(design, edges);
  return edges;
}

const isFromPublic = ({ from, isLive }: Call): boolean => isLive && isPublicSource(from.node);

/**
 * The nodes that the public calls and from which code of one's own is reached with no guard on the way, both ends
 * included. Walks back from the code, so it is linear in nodes and edges.
 */
export function openEntries(
  design: ResolvedDesign,
  guards: (node: ResolvedNode) => boolean,
): readonly OpenEntry[] {
  const { byId } = partsOf(design);
  const leadsTo = codeBehind(design, guards);
  const open = new Map<string, { node: ResolvedNode; code: ResolvedNode; edges: ResolvedEdge[] }>();
  for (const edge of entryEdges(design)) {
    const entry = open.get(edge.to);
    const part = byId.get(edge.to);
    const code = part && leadsTo[part.at];
    if (entry !== undefined) entry.edges.push(edge);
    else if (part !== undefined && code !== undefined)
      open.set(edge.to, { node: part.node, code, edges: [edge] });
  }
  return [...open.values()];
}

/** By the place of each node from which own code is reached unguarded, that code. */
function codeBehind(
  design: ResolvedDesign,
  guards: (node: ResolvedNode) => boolean,
): readonly (ResolvedNode | undefined)[] {
  const { all } = partsOf(design);
  const leadsTo: (ResolvedNode | undefined)[] = all.map(({ node }) =>
    isOwnCode(node) && !guards(node) ? node : undefined,
  );
  const queue = all.filter(({ at }) => leadsTo[at] !== undefined);
  // It grows during the walk back, so it is its own queue.
  for (const { at, callers } of queue) {
    for (const { from, isLive } of callers) {
      if (leadsTo[from.at] !== undefined || !isLive || from.node.behaviour === 'source') continue;
      if (!passesOn(from.node) || guards(from.node)) continue;
      leadsTo[from.at] = leadsTo[at];
      queue.push(from);
    }
  }
  return leadsTo;
}
