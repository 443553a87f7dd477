import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';
import { type FlowKind, flowKinds } from '../../../shared/model/vocabulary';
import { gaussian as solve } from './gaussian';

/** A visit to a node, by what it does there. */
export interface Visit {
  readonly id: string;
  readonly operation: FlowKind;
}

export const keyOf = ({ id, operation }: Visit): string => `${operation} ${id}`;

/** One edge as one visit of a flow sees it. */
export interface Call {
  readonly edge: ResolvedEdge;
  /** What the call does: the visit that it makes. */
  readonly to: Visit;
  /** Mean calls for one visit of `edge.from`. */
  readonly m: number;
  /** Name of the set that it is picked from, null where it is always called; its share of the picks. */
  readonly set: string | null;
  readonly pick: number;
  /** Share of the visits in which the cache that it is `onMissOf` misses. */
  readonly missShare: number;
  readonly isSync: boolean;
  /** Round trip for this flow. */
  readonly rttMs: number;
}

export function nodeOf(design: ResolvedDesign, id: string): ResolvedNode {
  const node = design.nodes.find((of) => of.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** Share of the visits of this flow that are found in the cache; a write finds nothing. */
export function hitRateOf(cache: ResolvedNode, flow: ResolvedFlow, operation: FlowKind): number {
  if (operation === 'write') return 0;
  return cache.config.hitRates[flow.id] ?? cache.config.hitRate;
}

function setOf(design: ResolvedDesign, edge: ResolvedEdge): string | null {
  if (!edge.choice) return null;
  const isDistributor = nodeOf(design, edge.from).behaviour === 'distributor';
  return isDistributor ? `${edge.from}` : `${edge.from}, ${nodeOf(design, edge.to).kind.id}`;
}

/** The edges of one set that the flow may be sent along: with `geo` those of the entry's region, where there are any. */
function candidates(design: ResolvedDesign, flow: ResolvedFlow, edge: ResolvedEdge): readonly ResolvedEdge[] {
  const same = design.edges.filter(
    (of) =>
      of.from === edge.from &&
      of.flows.includes(flow.id) &&
      of.fallbackOf === null &&
      setOf(design, of) === setOf(design, edge),
  );
  const from = nodeOf(design, edge.from);
  if (from.behaviour !== 'distributor' || from.config.algorithm !== 'geo') return same;
  const region = nodeOf(design, flow.entry).region;
  const near = same.filter((of) => region !== null && nodeOf(design, of.to).region === region);
  return near.length > 0 ? near : same;
}

/** The look-up decides: the first call to the cache that is not itself on a miss of it; a write of it always misses. */
function missShareOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edge: ResolvedEdge,
  visit: FlowKind,
): number {
  const { onMissOf } = edge;
  if (onMissOf === null) return 1;
  const [lookUp] = design.edges
    .filter(
      (of) =>
        of.from === edge.from &&
        of.to === onMissOf &&
        of.onMissOf !== onMissOf &&
        of.flows.includes(flow.id) &&
        of.fallbackOf === null,
    )
    .sort((a, b) => a.step - b.step);
  if (lookUp === undefined) return 1;
  return 1 - hitRateOf(nodeOf(design, onMissOf), flow, lookUp.operation ?? visit);
}

const known = new WeakMap<ResolvedDesign, Map<string, readonly Call[]>>();

/** The multipliers of every edge that carries the flow and is there for a visit of it that reads, or writes. */
export function callsOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  operation: FlowKind = flow.kind,
): readonly Call[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Call[]>();
  known.set(design, ofDesign);
  const name = `${operation} ${flow.id}`;
  const calls = ofDesign.get(name) ?? readCalls(design, flow, operation);
  ofDesign.set(name, calls);
  return calls;
}

/** The calls that one visit makes. */
export const callsFrom = (design: ResolvedDesign, flow: ResolvedFlow, visit: Visit): readonly Call[] =>
  callsOf(design, flow, visit.operation).filter(({ edge }) => edge.from === visit.id);

/** A fallback costs nothing while what it stands in for works: it is no call of the nominal system. */
function readCalls(design: ResolvedDesign, flow: ResolvedFlow, operation: FlowKind): readonly Call[] {
  return design.edges
    .filter((edge) => edge.flows.includes(flow.id) && edge.fallbackOf === null)
    .map((edge) => callAlong(design, flow, edge, operation))
    .filter((call) => call.m > 0);
}

export function callAlong(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edge: ResolvedEdge,
  operation: FlowKind,
): Call {
  const from = nodeOf(design, edge.from);
  const set = setOf(design, edge);
  const among = candidates(design, flow, edge);
  const total = among.reduce((sum, of) => sum + of.weight, 0);
  const pick = set === null ? 1 : among.includes(edge) ? edge.weight / total : 0;
  const missShare = missShareOf(design, flow, edge, operation);
  const passed = from.behaviour === 'inline-cache' ? 1 - hitRateOf(from, flow, operation) : 1;
  return {
    edge,
    to: { id: edge.to, operation: edge.operation ?? operation },
    m: edge.calls * missShare * passed * pick,
    set,
    pick,
    missShare,
    isSync: edge.mode === 'sync' && from.behaviour !== 'buffer',
    rttMs: from.behaviour === 'source' ? (flow.clientRttMs ?? edge.rttMs) : edge.rttMs,
  };
}

export const visitsIn = (design: ResolvedDesign): readonly Visit[] =>
  design.nodes.flatMap(({ id }) => flowKinds.map((operation) => ({ id, operation })));

export const entryOf = (flow: ResolvedFlow): Visit => ({ id: flow.entry, operation: flow.kind });

/** V by what the visit does: mean visits of one request, by key; over the synchronous edges alone where asked. */
export function visitsByOperation(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  onlySync = false,
  start = entryOf(flow),
): ReadonlyMap<string, number> {
  const reached = [...reachedVisits(design, flow, start, onlySync).values()];
  const matrix = reached.map((to, i) =>
    reached.map((from, j) => {
      const gained = callsFrom(design, flow, from)
        .filter((call) => (call.isSync || !onlySync) && keyOf(call.to) === keyOf(to))
        .reduce((sum, call) => sum + call.m, 0);
      return (i === j ? 1 : 0) - gained;
    }),
  );
  const visits = solve(
    matrix,
    reached.map((visit) => (keyOf(visit) === keyOf(start) ? 1 : 0)),
  );
  return new Map(reached.map((visit, i) => [keyOf(visit), visits[i] ?? 0]));
}

/** V: mean visits of one request to each node, by id; over the synchronous edges alone where asked. */
export function visitsOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  onlySync = false,
): ReadonlyMap<string, number> {
  const visits = visitsByOperation(design, flow, onlySync);
  const of = (visit: Visit) => visits.get(keyOf(visit)) ?? 0;
  return new Map(
    design.nodes.map(({ id }) => [id, of({ id, operation: 'read' }) + of({ id, operation: 'write' })]),
  );
}

/** The visits that requests make from this one on, itself included; by synchronous calls alone where asked. */
export function reachedVisits(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  start = entryOf(flow),
  onlySync = false,
): ReadonlyMap<string, Visit> {
  const reached = new Map([[keyOf(start), start]]);
  for (const visit of reached.values())
    for (const { to, isSync } of callsFrom(design, flow, visit))
      if (isSync || !onlySync) reached.set(keyOf(to), to);
  return reached;
}

/** Ids of the nodes that requests meet from the entry on, itself included. */
export const reachedFrom = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  onlySync = false,
  start = entryOf(flow),
): ReadonlySet<string> =>
  new Set([...reachedVisits(design, flow, start, onlySync).values()].map(({ id }) => id));
