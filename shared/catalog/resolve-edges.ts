import type { Edge, Flow } from '../model/schema';
import { alongside } from './resolve-again';
import { type CarriedFlows, carriedFlows, isShared, resolveEdge } from './resolve-edge';
import type { ResolvedEdge, ResolvedNode } from './resolved';
import { type StepOfEdge, stepsOf } from './steps';

/** The edges of the latest design, with what they were resolved from. */
interface LatestEdges {
  readonly written: readonly Edge[];
  readonly froms: readonly ResolvedNode[];
  readonly tos: readonly ResolvedNode[];
  readonly steps: readonly StepOfEdge[];
  readonly siblings: readonly number[];
  readonly flows: CarriedFlows | null;
  readonly resolved: readonly ResolvedEdge[];
}

let latestEdges: LatestEdges = {
  written: [],
  froms: [],
  tos: [],
  steps: [],
  siblings: [],
  flows: null,
  resolved: [],
};

/** All edges of which both ends are there; those of which nothing has changed since the latest design are the same objects. */
export function resolveEdges(
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
  flows: readonly Flow[],
): readonly ResolvedEdge[] {
  const { written, froms, tos, steps, siblings } = callsOf(edges, nodes, flows);
  const carried = carriedFlows(flows);
  const before = latestEdges;
  const placeOf = alongside(before.written);
  const resolved = written.map((edge, i) => {
    const from = froms[i] as ResolvedNode;
    const to = tos[i] as ResolvedNode;
    const step = steps[i] as StepOfEdge;
    const at = placeOf(edge);
    const isSame =
      at >= 0 &&
      before.flows === carried &&
      before.froms[at] === from &&
      before.tos[at] === to &&
      before.siblings[at] === siblings[i] &&
      before.steps[at]?.step === step.step &&
      before.steps[at]?.basis === step.basis;
    if (isSame) return before.resolved[at] as ResolvedEdge;
    return resolveEdge(edge, { from, to, flows: carried, step, siblings: siblings[i] as number });
  });
  latestEdges = { written, froms, tos, steps, siblings, flows: carried, resolved };
  return resolved;
}

/** Edges of which both ends are there, and what stands around each. */
function callsOf(
  edges: readonly Edge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
  flows: readonly Flow[],
): Pick<LatestEdges, 'written' | 'froms' | 'tos' | 'steps' | 'siblings'> {
  const readFlows = flows.filter(({ kind }) => kind === 'read').map(({ id }) => id);
  const written: Edge[] = [];
  const tos: ResolvedNode[] = [];
  const callers: Caller[] = [];
  const places: number[] = [];
  const known = new Map<string, Caller>();
  for (const edge of edges) {
    const to = nodes.get(edge.to);
    let from = known.get(edge.from);
    if (from === undefined) {
      const node = nodes.get(edge.from);
      if (node === undefined) continue;
      from = { node, outgoing: [], steps: null, alike: null };
      known.set(edge.from, from);
    }
    if (to === undefined) continue;
    written.push(edge);
    callers.push(from);
    tos.push(to);
    places.push(from.outgoing.push(edge) - 1);
  }
  const siblings = tos.map((to, i) => (isShared(to) ? siblingsOf(callers[i] as Caller, to, nodes) : 1));
  const steps = callers.map((from, i) => {
    from.steps ??= stepsOf(from.outgoing, readFlows);
    return from.steps[places[i] as number] as StepOfEdge;
  });
  return { written, froms: callers.map(({ node }) => node), tos, steps, siblings };
}

/** A node with its edges in the document's order. */
interface Caller {
  readonly node: ResolvedNode;
  readonly outgoing: Edge[];
  steps: readonly StepOfEdge[] | null;
  /** How many different nodes of each kind it calls. */
  alike: ReadonlyMap<string, ReadonlySet<string>> | null;
}

/** How many different nodes of a callee's kind its caller calls. */
function siblingsOf(from: Caller, callee: ResolvedNode, nodes: ReadonlyMap<string, ResolvedNode>): number {
  from.alike ??= calleesByKind(from.outgoing, nodes);
  return from.alike.get(callee.kind.id)?.size ?? 0;
}

function calleesByKind(
  outgoing: readonly Edge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byKind = new Map<string, Set<string>>();
  for (const { to } of outgoing) {
    const kind = nodes.get(to)?.kind.id ?? '';
    const known = byKind.get(kind) ?? new Set<string>();
    byKind.set(kind, known.add(to));
  }
  return byKind;
}
