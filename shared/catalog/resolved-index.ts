import type { Design, System } from '../model/schema';
import { resolve } from './resolve';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from './resolved';

/** A design with its defaults, and its parts by id. */
export interface ResolvedIndex {
  readonly design: ResolvedDesign;
  readonly nodes: ReadonlyMap<string, ResolvedNode>;
  readonly edges: ReadonlyMap<string, ResolvedEdge>;
  readonly flows: ReadonlyMap<string, ResolvedFlow>;
}

const known = new WeakMap<System, ResolvedIndex>();

/** The design with its defaults, worked out once per `system`: an edit of the layout keeps the index. */
export function resolvedOf(design: Design): ResolvedIndex {
  const found = known.get(design.system);
  if (found !== undefined) return found;
  const resolved = resolve(design);
  const index: ResolvedIndex = {
    design: resolved,
    nodes: new Map(resolved.nodes.map((node) => [node.id, node])),
    edges: new Map(resolved.edges.map((edge) => [edge.id, edge])),
    flows: new Map(resolved.flows.map((flow) => [flow.id, flow])),
  };
  known.set(design.system, index);
  return index;
}
