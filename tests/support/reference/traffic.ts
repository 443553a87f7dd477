import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../../shared/catalog/resolved';
import { type Call, callsOf, nodeOf } from './calls';
import { isStation, type StationFigures, stationFigures } from './station';

/** Loads of a design at their fixed point. */
export interface Traffic {
  /** Offered requests a second at a node, of one flow and in all. */
  offeredRps(node: string, flow?: string): number;
  /** Calls a second along an edge, of one flow. */
  edgeRps(edge: string, flow: string): number;
  /** Figures of a station; null for what is none. */
  station(node: string): StationFigures | null;
  /** Share of visits that a node passes on; 1 for what is no station. */
  passed(node: string): number;
  /** Share of its arrivals that a node's queue limit refuses. */
  refused(node: string): number;
}

type Loads = ReadonlyMap<string, ReadonlyMap<string, number>>;

const loadOf = (loads: Loads, node: string, flow: string): number => loads.get(node)?.get(flow) ?? 0;

function figuresAt(design: ResolvedDesign, node: ResolvedNode, loads: Loads): StationFigures | null {
  if (!isStation(node)) return null;
  const sumOver = (value: (flow: ResolvedFlow) => number) =>
    design.flows.reduce((sum, flow) => sum + loadOf(loads, node.id, flow.id) * value(flow), 0);
  const offered = sumOver(() => 1);
  const readRps = sumOver((flow) => (flow.kind === 'read' ? 1 : 0));
  const bytes = offered === 0 ? 0 : sumOver((flow) => flow.requestBytes + flow.responseBytes) / offered;
  return stationFigures(design, node, { readRps, writeRps: offered - readRps }, bytes);
}

/** How often an edge with retries is tried when the callee refuses f of what arrives. */
export const attemptsOf = (retries: number, f: number): number =>
  f >= 1 ? retries + 1 : (1 - f ** (retries + 1)) / (1 - f);

/** Section 1: from an empty system, what arrives is passed on until nothing changes any more. */
export function trafficOf(design: ResolvedDesign, load = 1): Traffic {
  const calls = new Map(design.flows.map((flow) => [flow.id, callsOf(design, flow)]));
  let loads: Loads = new Map();
  let stations = new Map<string, StationFigures | null>();
  for (let round = 0; round < 5000; round += 1) {
    stations = new Map(design.nodes.map((node) => [node.id, figuresAt(design, node, loads)]));
    const next = nextLoads(design, calls, loads, stations, load);
    const change = design.nodes.flatMap((node) =>
      design.flows.map((flow) => {
        const [old, now] = [loadOf(loads, node.id, flow.id), loadOf(next, node.id, flow.id)];
        return Math.abs(now - old) / Math.max(now, 1e-300);
      }),
    );
    loads = next;
    if (Math.max(0, ...change) < 1e-13) break;
  }
  return trafficFrom(design, calls, loads, stations);
}

function nextLoads(
  design: ResolvedDesign,
  calls: ReadonlyMap<string, readonly Call[]>,
  loads: Loads,
  stations: ReadonlyMap<string, StationFigures | null>,
  load: number,
): Loads {
  const next = new Map(design.nodes.map((node) => [node.id, new Map<string, number>()]));
  const add = (node: string, flow: string, rps: number) =>
    next.get(node)?.set(flow, (next.get(node)?.get(flow) ?? 0) + rps);
  for (const flow of design.flows) {
    add(flow.entry, flow.id, flow.rateRps * load);
    for (const { edge, m } of calls.get(flow.id) ?? []) {
      const passed = loadOf(loads, edge.from, flow.id) * (stations.get(edge.from)?.passed ?? 1);
      add(edge.to, flow.id, passed * m * attemptsOf(edge.retries, stations.get(edge.to)?.refused ?? 0));
    }
  }
  return next;
}

function trafficFrom(
  design: ResolvedDesign,
  calls: ReadonlyMap<string, readonly Call[]>,
  loads: Loads,
  stations: ReadonlyMap<string, StationFigures | null>,
): Traffic {
  const passed = (node: string) => stations.get(node)?.passed ?? 1;
  const refused = (node: string) => stations.get(node)?.refused ?? 0;
  return {
    offeredRps: (node, flow) =>
      flow === undefined
        ? design.flows.reduce((sum, of) => sum + loadOf(loads, node, of.id), 0)
        : loadOf(loads, node, flow),
    edgeRps: (id, flow) => {
      const call = calls.get(flow)?.find(({ edge }) => edge.id === id);
      if (call === undefined) return 0;
      const { from, to, retries } = call.edge;
      return loadOf(loads, from, flow) * passed(from) * call.m * attemptsOf(retries, refused(to));
    },
    station: (node) => stations.get(nodeOf(design, node).id) ?? null,
    passed,
    refused,
  };
}
