import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { flowKinds } from '../../../shared/model/vocabulary';
import { keyOf, nodeOf, type Visit } from './calls';
import { connectionsOf } from './connections';
import { heldUpBy, placeShareOf } from './place-shares';
import { hasPlaces, poolsOf } from './pools';
import { mixedMs } from './queue';
import { type Settled, settledFigures } from './settled-figures';
import {
  type Figures,
  figuresOf,
  type Loads,
  loadOf,
  passing,
  type Shares,
  type Situation,
  settledLoads,
  streamOf,
  type TrafficOptions,
} from './settled-loads';
import type { Moments, StationFigures } from './station';

/** Loads of a design at their fixed point, and its stations at them. */
export interface Traffic {
  /** Offered requests a second at a node, of one flow and in all. */
  offeredRps(node: string, flow?: string): number;
  /** Those of one flow that read, or write. */
  visitRps(visit: Visit, flow: string): number;
  /** Those of all flows that read, or write. */
  operationRps(visit: Visit): number;
  /** Mean work of what arrives, ms. */
  workMs(node: string): number;
  /** Calls a second along an edge, of one flow. */
  edgeRps(edge: string, flow: string): number;
  /** Figures of a station; null for what is none. */
  station(node: string): StationFigures | null;
  /** Share of visits that a node passes on; 1 for what is no station. */
  passed(node: string): number;
  /** Share of its arrivals that its limits refuse. */
  refused(node: string): number;
  /** T of a visit of a flow, in moments; null where it does not exist. */
  time(flow: string, visit: Visit): Moments | null;
  /** Work, delay, slow part and steps of what arrives at a node, waits at it left out; null where it never ends. */
  rest(node: string): Moments | null;
  /** The callee because of which nothing can be said of how long a place is held, or because of which places run out. */
  heldUpBy(node: string): string | null;
}

/** Section 1 twice: without places, then with the shares that they let pass; all figures are those of the second. */
export function trafficOf(
  design: ResolvedDesign,
  load = 1,
  options: TrafficOptions = { countsCopies: false, samples: 20_000 },
): Traffic {
  const of: Situation = { ...options, design, load, connections: connectionsOf(design, load) };
  const first = settledLoads(of, new Map());
  const placed = design.nodes.filter((node) => hasPlaces(node, poolsOf(design, node)));
  // Without places the figures of a station wait for no times, which cost most of the work and are seldom asked for.
  if (placed.length === 0) {
    const figures: Figures = new Map(
      design.nodes.map((node) => [node.id, figuresOf(of, node, first, 'ignored')]),
    );
    let settled: Settled | null = null;
    return trafficFrom(of, first, new Map(), new Map(), figures, () => {
      settled ??= settledFigures(of, first);
      return settled;
    });
  }
  const before = settledFigures(of, first);
  const shares: Shares = new Map(placed.map((node) => [node.id, placeShareOf(of, node, first, before)]));
  const loads = [...shares.values()].every((share) => share === 1) ? first : settledLoads(of, shares);
  const settled = loads === first ? before : settledFigures(of, loads);
  const holders = new Map(placed.map((node) => [node.id, heldUpBy(of, first, before, node)]));
  return trafficFrom(of, loads, shares, holders, settled.figures, () => settled);
}

function trafficFrom(
  of: Situation,
  loads: Loads,
  shares: Shares,
  holders: ReadonlyMap<string, string | null>,
  figures: Figures,
  settled: () => Settled,
): Traffic {
  const { design } = of;
  // What passes is a matter of the loads, which places bear on through their shares alone.
  const own: Figures = new Map(design.nodes.map((node) => [node.id, figuresOf(of, node, loads, 'ignored')]));
  const operationRps = (visit: Visit) =>
    design.flows.reduce((sum, { id }) => sum + loadOf(loads, visit, id), 0);
  const total = (values: Iterable<number>) => [...values].reduce((sum, rps) => sum + rps, 0);
  return {
    offeredRps: (node, flow) =>
      flow === undefined
        ? total(loads.nodes.get(node)?.values() ?? [])
        : total(flowKinds.map((operation) => loadOf(loads, { id: node, operation }, flow))),
    visitRps: (visit, flow) => loadOf(loads, visit, flow),
    operationRps,
    workMs: (id) =>
      mixedMs(
        {
          readRps: operationRps({ id, operation: 'read' }),
          writeRps: operationRps({ id, operation: 'write' }),
        },
        nodeOf(design, id).config,
      ),
    edgeRps: (id, flow) =>
      total(flowKinds.map((operation) => loads.edges.get(id)?.get(streamOf(flow, operation)) ?? 0)),
    station: (node) => figures.get(nodeOf(design, node).id) ?? null,
    passed: (id) => passing(of, own, shares, id).passed,
    refused: (id) => passing(of, own, shares, id).refused,
    time: (flow, visit) => settled().times.get(flow)?.get(keyOf(visit)) ?? null,
    rest: (node) => settled().rests.get(node) ?? null,
    heldUpBy: (node) => holders.get(node) ?? null,
  };
}
