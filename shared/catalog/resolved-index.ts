import type { Design, System } from '../model/schema';
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
 * A resolver for each of the designs that were asked for last, so that what an edit left alone keeps its identity however many
 * are open. Shared safely: a resolver finds parts again by identity, and so only ever saves work.
 */
const resolvers = new Map<string, Resolve>();
const mostResolvers = 8;

function resolverOf(id: string): Resolve {
  const found = resolvers.get(id) ?? createResolver();
  resolvers.delete(id);
  resolvers.set(id, found);
  for (const oldest of resolvers.keys()) {
    if (resolvers.size <= mostResolvers) break;
    resolvers.delete(oldest);
  }
  return found;
}

/** The design with its defaults, worked out once per `system`: an edit of the layout keeps the index. */
export function resolvedOf(design: Design): ResolvedIndex {
  const found = known.get(design.system);
  if (found !== undefined) return found;
  const resolved = resolverOf(design.id)(design);
  const index: ResolvedIndex = {
    design: resolved,
    nodes: new Map(resolved.nodes.map((node) => [node.id, node])),
    edges: new Map(resolved.edges.map((edge) => [edge.id, edge])),
    flows: new Map(resolved.flows.map((flow) => [flow.id, flow])),
  };
  known.set(design.system, index);
  return index;
}
