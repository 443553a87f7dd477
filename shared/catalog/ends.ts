import type { ResolvedDesign, ResolvedNode } from './resolved';

/** The ends of a design's edges by the positions of its nodes: what finding by id costs is paid once a design. */
export interface Ends {
  readonly positionOf: ReadonlyMap<string, number>;
  /** One number an edge; −1 where the node is not in the design, which happens in no resolved document. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const known = new WeakMap<ResolvedDesign, Ends>();

/** Says the ends of a design to those who ask later. */
export function keepEnds(design: ResolvedDesign, ends: Ends): void {
  known.set(design, ends);
}

/** The ends of a design's edges, as `resolve` found them or found now. */
export function endsOf(design: ResolvedDesign): Ends {
  const kept = known.get(design);
  if (kept !== undefined) return kept;
  const { nodes, edges } = design;
  const positionOf = positionsOf(nodes);
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  edges.forEach((edge, i) => {
    from[i] = positionOf.get(edge.from) ?? -1;
    to[i] = positionOf.get(edge.to) ?? -1;
  });
  const ends = { positionOf, from, to };
  known.set(design, ends);
  return ends;
}

/** The position of each node by its id. */
export function positionsOf(nodes: readonly ResolvedNode[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) positions.set((nodes[i] as ResolvedNode).id, i);
  return positions;
}
