import { type Design, type Edge, edgesOf, type Node, nodesOf, type System } from '../model/schema';
import { createResolver, type Resolve } from './resolve';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from './resolved';

/** A design with its defaults, and its parts by id. */
export interface ResolvedIndex {
  readonly design: ResolvedDesign;
  readonly nodes: ReadonlyMap<string, ResolvedNode>;
  readonly edges: ReadonlyMap<string, ResolvedEdge>;
  readonly flows: ReadonlyMap<string, ResolvedFlow>;
}

const known = new WeakMap<System, ResolvedIndex>();

/**
 * The resolver of the design that a part was resolved in last, so that what an edit left alone keeps its identity however many
 * designs are open. It belongs to the parts, and goes with them: designs that share none have each their own.
 */
const resolvers = new WeakMap<Node | Edge, Resolve>();

/** Parts by which the design before an edit is found: no ordinary edit changes all of them. */
function anchorsOf(design: Design): readonly (Node | Edge)[] {
  const [nodes, edges] = [nodesOf(design), edgesOf(design)];
  return [nodes[0], nodes.at(-1), edges[0], edges.at(-1)].filter((part) => part !== undefined);
}

function resolverOf(design: Design): Resolve {
  const anchors = anchorsOf(design);
  const found = anchors.flatMap((part) => resolvers.get(part) ?? [])[0] ?? createResolver();
  for (const part of anchors) resolvers.set(part, found);
  return found;
}

/** The design with its defaults, worked out once per `system`: an edit of the layout keeps the index. */
export function resolvedOf(design: Design): ResolvedIndex {
  const found = known.get(design.system);
  if (found !== undefined) return found;
  const resolved = resolverOf(design)(design);
  const index: ResolvedIndex = {
    design: resolved,
    nodes: new Map(resolved.nodes.map((node) => [node.id, node])),
    edges: new Map(resolved.edges.map((edge) => [edge.id, edge])),
    flows: new Map(resolved.flows.map((flow) => [flow.id, flow])),
  };
  known.set(design.system, index);
  return index;
}
