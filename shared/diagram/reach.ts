import type { ResolvedDesign, ResolvedEdge } from '../catalog/resolved';

/** Those that call a part, or those that it calls, directly or through others. */
export type Direction = 'upstream' | 'downstream';

/** Ids of the parts that a node reaches, itself not among them unless a loop leads back to it. */
export interface Reach {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Everything upstream of a node (its callers and theirs) or downstream of it (what it calls and what that calls). */
export function reachOf({ edges }: ResolvedDesign, node: string, direction: Direction): Reach {
  const [near, far] = direction === 'upstream' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const byNear = new Map<string, ResolvedEdge[]>();
  for (const edge of edges) {
    const known = byNear.get(edge[near]);
    if (known === undefined) byNear.set(edge[near], [edge]);
    else known.push(edge);
  }
  const reached = new Set<string>();
  const taken = new Set<string>();
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const edge of byNear.get(at) ?? []) {
      taken.add(edge.id);
      if (reached.has(edge[far])) continue;
      reached.add(edge[far]);
      open.push(edge[far]);
    }
  return { nodes: reached, edges: taken };
}
