import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { graphOf, isLive, outgoingOf, waitsFor } from './graph';

/** A live call, by position: what walks over the whole design for every flow step along. */
export interface Arc {
  readonly edge: ResolvedEdge;
  readonly to: number;
  /** 1 at the positions of the flows that it carries. */
  readonly carries: Uint8Array;
  readonly waits: boolean;
}

/** The live calls of a design by the position of their caller; nodes and flows stand at their places in the design. */
export interface Arcs {
  readonly nodes: readonly ResolvedNode[];
  readonly at: ReadonlyMap<string, number>;
  readonly from: readonly (readonly Arc[])[];
}

const known = new WeakMap<ResolvedDesign, Arcs>();

/** Found once a design. Linear in nodes and edges, and in flows × different lists of flows on edges. */
export function arcsOf(design: ResolvedDesign): Arcs {
  const found = known.get(design);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const at = new Map(design.nodes.map(({ id }, i) => [id, i]));
  const carriedBy = new Map<readonly string[], Uint8Array>();
  const carriesOf = (flows: readonly string[]): Uint8Array => {
    const said = carriedBy.get(flows);
    if (said !== undefined) return said;
    const named = new Set(flows);
    const carries = Uint8Array.from(design.flows, ({ id }) => (named.has(id) ? 1 : 0));
    carriedBy.set(flows, carries);
    return carries;
  };
  const from = design.nodes.map(({ id }) => {
    const arcs: Arc[] = [];
    for (const edge of outgoingOf(graph, id)) {
      if (!isLive(edge)) continue;
      const to = at.get(edge.to) ?? -1;
      arcs.push({ edge, to, carries: carriesOf(edge.flows), waits: waitsFor(graph, edge) });
    }
    return arcs;
  });
  const arcs = { nodes: design.nodes, at, from };
  known.set(design, arcs);
  return arcs;
}

/** Some of a design's nodes: asked for by id, and met in the order in which they were found. */
export interface NodeSet extends Iterable<string> {
  readonly size: number;
  readonly has: (id: string) => boolean;
}

/** The set of the nodes at those positions, each named once; made without a table of its own, for a flow has several of a thousand. */
export function nodeSet({ nodes, at }: Arcs, positions: readonly number[]): NodeSet {
  const flags = new Uint8Array(nodes.length);
  for (const position of positions) flags[position] = 1;
  let ids: readonly string[] | null = null;
  return {
    size: positions.length,
    has: (id) => flags[at.get(id) ?? -1] === 1,
    [Symbol.iterator]() {
      ids ??= positions.flatMap((position) => nodes[position]?.id ?? []);
      return ids[Symbol.iterator]();
    },
  };
}

/** Positions reached from one, itself first, in the order of the walk, over the arcs that `follows` lets through. */
export function walkFrom({ from }: Arcs, start: number, follows: (arc: Arc) => boolean): readonly number[] {
  const seen = new Uint8Array(from.length);
  seen[start] = 1;
  const order = [start];
  // It grows during the walk, so it is its own queue.
  for (const position of order) {
    for (const arc of from[position] ?? []) {
      if (seen[arc.to] === 1 || !follows(arc)) continue;
      seen[arc.to] = 1;
      order.push(arc.to);
    }
  }
  return order;
}
