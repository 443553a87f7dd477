import type { ResolvedEdge, ResolvedFlow } from '../catalog/resolved';
import type { FlowKind } from '../model/vocabulary';

/**
 * Positions of visits whose operation is not the kind of their flow, behind those of the design's nodes, and of the calls that
 * lead to them or that they make, behind those of its edges. A call takes one of them or the edge's own, by the flow's kind.
 */
export interface CrossedVisits {
  /** For each position of a visit that of its node, for each of a call that of its edge. */
  readonly nodeOf: Int32Array;
  readonly edgeOf: Int32Array;
  /** For each node the position of its crossed visits; −1 where no flow makes any. */
  readonly crossedAt: Int32Array;
  /** For each position of a call those of the visits that make it and that it makes. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Kinds of the flows that take each position of a call, as bits. */
  readonly kinds: Uint8Array;
}

const bitOf: Readonly<Record<FlowKind, number>> = { read: 1, write: 2 };
const allKinds = bitOf.read | bitOf.write;

/** Whether flows of a kind are among those of some bits. */
export const hasKind = (kinds: number, kind: FlowKind): boolean => (kinds & bitOf[kind]) !== 0;

export const otherKind = (kind: FlowKind): FlowKind => (kind === 'read' ? 'write' : 'read');

/** The crossed visits of a design; null where no call of a flow is another operation than its kind. */
export function crossedVisitsOf(
  count: number,
  edges: readonly ResolvedEdge[],
  from: Int32Array,
  to: Int32Array,
  flows: readonly ResolvedFlow[],
): CrossedVisits | null {
  if (!edges.some(({ operation }) => operation !== null)) return null;
  const kinds = kindsOf(edges, flows);
  const crossing = crossingKinds(count, edges, from, to, kinds);
  if (!crossing.some((bits) => bits > 0)) return null;
  const crossedAt = new Int32Array(count).fill(-1);
  const nodeOf = Array.from({ length: count }, (_, node) => node);
  crossing.forEach((bits, node) => {
    if (bits > 0) crossedAt[node] = nodeOf.push(node) - 1;
  });
  const calls = edges.map((_, edge) => ({
    edge,
    from: from[edge] as number,
    to: to[edge] as number,
    kinds: keptBy(edges[edge]?.operation ?? null),
  }));
  edges.forEach(({ operation }, edge) => {
    const caller = from[edge] as number;
    const callee = to[edge] as number;
    const add = (made: number, makes: number, by: number): void => {
      const taken = by & (kinds[edge] as number);
      if (taken > 0) calls.push({ edge, from: made, to: makes, kinds: taken });
    };
    const crossed = crossing[caller] as number;
    const crossedCaller = crossedAt[caller] as number;
    const crossedCallee = crossedAt[callee] as number;
    if (operation === null) {
      add(crossedCaller, crossedCallee, crossed);
      return;
    }
    add(caller, crossedCallee, bitOf[otherKind(operation)]);
    add(crossedCaller, callee, crossed & bitOf[operation]);
    add(crossedCaller, crossedCallee, crossed & bitOf[otherKind(operation)]);
  });
  return {
    nodeOf: Int32Array.from(nodeOf),
    edgeOf: Int32Array.from(calls, ({ edge }) => edge),
    crossedAt,
    from: Int32Array.from(calls, (call) => call.from),
    to: Int32Array.from(calls, (call) => call.to),
    kinds: Uint8Array.from(calls, (call) => call.kinds),
  };
}

/** Kinds of the flows whose operation a call keeps. */
const keptBy = (operation: FlowKind | null): number => (operation === null ? allKinds : bitOf[operation]);

/** Kinds of the flows that each edge carries. */
function kindsOf(edges: readonly ResolvedEdge[], flows: readonly ResolvedFlow[]): Uint8Array {
  const bits = new Map(flows.map(({ id, kind }) => [id, bitOf[kind]]));
  return Uint8Array.from(edges, (edge) => edge.flows.reduce((sum, flow) => sum | (bits.get(flow) ?? 0), 0));
}

/** For each node the kinds of flows of which some visits there may be crossed: after a call of another operation, and so on from there. */
function crossingKinds(
  count: number,
  edges: readonly ResolvedEdge[],
  from: Int32Array,
  to: Int32Array,
  kinds: Uint8Array,
): Uint8Array {
  const crossing = new Uint8Array(count);
  const further: number[][] = Array.from({ length: count }, () => []);
  const open: number[] = [];
  const cross = (node: number, bits: number): void => {
    const all = (crossing[node] as number) | bits;
    if (all === crossing[node]) return;
    crossing[node] = all;
    open.push(node);
  };
  edges.forEach(({ operation }, edge) => {
    if (operation === null) further[from[edge] as number]?.push(edge);
    else cross(to[edge] as number, (kinds[edge] as number) & bitOf[otherKind(operation)]);
  });
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const edge of further[node] ?? [])
      cross(to[edge] as number, (crossing[node] as number) & (kinds[edge] as number));
  return crossing;
}
