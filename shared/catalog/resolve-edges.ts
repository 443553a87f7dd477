import type { Edge, Flow } from '../model/schema';
import { type CarriedFlows, carriedFlows } from './carried-flows';
import type { Ends } from './ends';
import { alongside } from './resolve-again';
import { isShared, isStepOf, resolveEdge } from './resolve-edge';
import type { ResolvedEdge, ResolvedNode } from './resolved';
import { type StepOfEdge, stepAt, stepsOf } from './steps';

/** The edges of a design of which both ends are there, and where they lead from and to. */
export interface EdgesBetween extends Ends {
  readonly edges: readonly ResolvedEdge[];
}

/** The edges of a design, with what they were resolved from: the next design takes over those that an edit left alone. */
export interface LatestEdges extends EdgesBetween {
  readonly written: readonly Edge[];
  readonly nodes: readonly ResolvedNode[];
  readonly siblings: Siblings;
  readonly flows: CarriedFlows | null;
}

/** How many different nodes of its callee's kind an edge's caller calls; kept only where the callee `isShared`. */
type Siblings = ReadonlyMap<Edge, number>;

const noEnds = new Int32Array(0);
const noSiblings: Siblings = new Map();

export const noEdges: LatestEdges = {
  written: [],
  nodes: [],
  positionOf: new Map(),
  from: noEnds,
  to: noEnds,
  siblings: noSiblings,
  flows: null,
  edges: [],
};

/** All edges of which both ends are there; those of which nothing has changed since the design before are the same objects. */
export function resolveEdges(
  edges: readonly Edge[],
  nodes: readonly ResolvedNode[],
  positionOf: ReadonlyMap<string, number>,
  flows: readonly Flow[],
  before: LatestEdges,
): LatestEdges {
  const { written, places, from, to } = writtenBetween(edges, positionOf, before);
  const { steps, siblings } = around(written, from, to, nodes, flows);
  const carried = carriedFlows(flows, before.flows);
  const calls = new Int32Array(nodes.length);
  const resolved = written.map((edge, i): ResolvedEdge => {
    const caller = from[i] as number;
    const fromNode = nodes[caller] as ResolvedNode;
    const toNode = nodes[to[i] as number] as ResolvedNode;
    const call = (calls[caller] as number) + 1;
    calls[caller] = call;
    const step = steps.get(edge) ?? stepAt(call);
    const alike = siblings.get(edge) ?? 1;
    const at = places[i] as number;
    const known = at < 0 ? undefined : before.edges[at];
    const isSame =
      known !== undefined &&
      before.flows === carried &&
      before.nodes[before.from[at] as number] === fromNode &&
      before.nodes[before.to[at] as number] === toNode &&
      (before.siblings.get(edge) ?? 1) === alike &&
      isStepOf(known, step);
    return isSame ? known : resolveEdge(edge, fromNode, toNode, carried, alike, step);
  });
  return { written, nodes, positionOf, from, to, siblings, flows: carried, edges: resolved };
}

/** Edges of which both ends are there, with their ends and their places in the design before, −1 where it has them not. */
function writtenBetween(
  edges: readonly Edge[],
  positionOf: ReadonlyMap<string, number>,
  before: LatestEdges,
) {
  const placeOf = alongside(before.written);
  const isPlacedAlike = positionOf === before.positionOf;
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  const places = new Int32Array(edges.length);
  let count = 0;
  let left: Edge[] | null = null;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as Edge;
    const at = placeOf(edge);
    const isFound = at >= 0 && isPlacedAlike;
    const caller = isFound ? (before.from[at] as number) : (positionOf.get(edge.from) ?? -1);
    const callee = isFound ? (before.to[at] as number) : (positionOf.get(edge.to) ?? -1);
    if (caller < 0 || callee < 0) left ??= edges.slice(0, i);
    else {
      left?.push(edge);
      from[count] = caller;
      to[count] = callee;
      places[count] = at;
      count += 1;
    }
  }
  return left === null
    ? { written: edges, places, from, to }
    : { written: left, places, from: from.slice(0, count), to: to.slice(0, count) };
}

interface Around {
  readonly steps: ReadonlyMap<Edge, StepOfEdge>;
  readonly siblings: Siblings;
}

const nothingAround: Around = { steps: new Map(), siblings: noSiblings };

/** What edges have from the other calls of their caller, where that is not one step after the other, each call by itself. */
function around(
  written: readonly Edge[],
  from: Int32Array,
  to: Int32Array,
  nodes: readonly ResolvedNode[],
  flows: readonly Flow[],
): Around {
  const calls = new Map<number, { readonly edge: Edge; readonly callee: number }[]>();
  for (let i = 0; i < written.length; i++) {
    const { step, onMissOf } = written[i] as Edge;
    const isAlone =
      step === undefined && onMissOf === undefined && !isShared(nodes[to[i] as number] as ResolvedNode);
    if (!isAlone) calls.set(from[i] as number, []);
  }
  if (calls.size === 0) return nothingAround;
  for (let i = 0; i < written.length; i++)
    calls.get(from[i] as number)?.push({ edge: written[i] as Edge, callee: to[i] as number });
  const readFlows = flows.filter(({ kind }) => kind === 'read').map(({ id }) => id);
  const steps = new Map<Edge, StepOfEdge>();
  const siblings = new Map<Edge, number>();
  for (const ofCaller of calls.values()) {
    const order = stepsOf(
      ofCaller.map(({ edge }) => edge),
      readFlows,
    );
    const callees = new Map<string, Set<number>>();
    ofCaller.forEach(({ edge, callee }, i) => {
      steps.set(edge, order[i] as StepOfEdge);
      const { kind } = nodes[callee] as ResolvedNode;
      callees.set(kind.id, (callees.get(kind.id) ?? new Set<number>()).add(callee));
    });
    for (const { edge, callee } of ofCaller) {
      const node = nodes[callee] as ResolvedNode;
      if (isShared(node)) siblings.set(edge, callees.get(node.kind.id)?.size ?? 0);
    }
  }
  return { steps, siblings };
}
