import type { ResolvedNode } from '../catalog/resolved';
import type { CallPattern } from './call-pattern';
import { type HeldTimes, heldTimesOf } from './held-times';
import type { LoadModel } from './load-model';
import type { Loads } from './loads';
import { type LoadsHeld, loadsOfHeld } from './place-shares';
import type { Spread, StationState } from './station';
import { stationState } from './stations';
import { nodeAt, visitsAt } from './visit-positions';

/**
 * The callee because of which a node with places has no answer to how long one is held, the first of the document of several; or, where its
 * places are full, the busiest callee if they would not be without its waits. Null where neither is so.
 */
export function heldUpBy(model: LoadModel, node: number, of: LoadsHeld): number | null {
  if (Number.isNaN(of.held.rest(node).meanMs)) {
    const faults = new Set<number>();
    for (const { pattern, visit } of arrivingAt(model, node, of.loads))
      findFaults(model, of.held, pattern, visit, faults);
    return faults.size === 0 ? null : Math.min(...faults);
  }
  const utilization = of.held.state(node)?.places?.utilization ?? 0;
  return utilization >= 1 ? slowCallee(model, node, of) : null;
}

/** How far below full places have to be without a callee's waits. */
const belowFull = 1e-9;

/** The busiest callee of a node whose places are full, where they would not be without its waits; else null. */
export function slowCallee(model: LoadModel, node: number, { loads, held }: LoadsHeld): number | null {
  const { graph, spreads } = model;
  let busiest: number | null = null;
  const busyAt = (at: number) => held.state(at)?.utilization ?? 0;
  for (const { pattern, visit } of arrivingAt(model, node, loads))
    for (const call of waitedFrom(model, pattern, visit)) {
      const to = nodeAt(graph, call.to);
      const most = busiest === null ? Number.NEGATIVE_INFINITY : busyAt(busiest);
      const isFirst = busyAt(to) === most && to < (busiest ?? to);
      if (busyAt(to) > most || isFirst) busiest = to;
    }
  if (busiest === null) return null;
  const idle = stationState(graph.nodes[busiest] as ResolvedNode, spreads[busiest] as Spread, nothingArrives);
  const without = new Map<number, StationState>([[busiest, idle]]);
  const fast = heldTimesOf(model, loadsOfHeld(loads), [node], without);
  const places = fast.state(node)?.places ?? null;
  return places !== null && places.utilization !== null && places.utilization < 1 - belowFull
    ? busiest
    : null;
}

const nothingArrives = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

/** Visits of a node by the flows of a pattern, by their position. */
interface ArrivingVisits {
  readonly pattern: CallPattern;
  readonly visit: number;
}

/** The visits of a node of which something arrives. */
function arrivingAt(
  { graph, traffics }: LoadModel,
  node: number,
  { offeredRps }: Loads,
): readonly ArrivingVisits[] {
  return visitsAt(graph, node).flatMap((visit) => {
    const arriving = traffics.filter((_, flow) => (offeredRps[flow]?.[visit] ?? 0) > 0);
    return [...new Set(arriving.map(({ pattern }) => pattern))].map((pattern) => ({ pattern, visit }));
  });
}

function waitedFrom(
  { graph }: LoadModel,
  { waited }: CallPattern,
  visit: number,
): readonly { readonly to: number; readonly timeoutMs: number | null }[] {
  const edges = waited.edges.subarray(waited.start[visit], waited.start[visit + 1]);
  return Array.from(edges, (edge) => ({
    to: graph.to[edge] as number,
    timeoutMs: graph.edges[edge]?.timeoutMs ?? null,
  }));
}

/** Adds the saturated callees without which a visit would end; behind the visited node itself no timeout ends it. */
function findFaults(
  model: LoadModel,
  held: HeldTimes,
  pattern: CallPattern,
  visit: number,
  faults: Set<number>,
): void {
  const isLost = (at: number) => Number.isNaN(held.visit(pattern, at).meanMs);
  const open = waitedFrom(model, pattern, visit).flatMap(({ to, timeoutMs }) =>
    timeoutMs === null && isLost(to) ? [to] : [],
  );
  const seen = new Set([visit, ...open]);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const callee = nodeAt(model.graph, at);
    if (held.state(callee)?.saturated === true) {
      faults.add(callee);
      continue;
    }
    for (const { to } of waitedFrom(model, pattern, at)) {
      if (seen.has(to) || !isLost(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
}
