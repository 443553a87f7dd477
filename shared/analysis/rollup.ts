import { layerIds, type LayerId } from '../model/vocabulary';
import type { HopFigures } from './analysis';
import type { FlowTimes } from './flow-times';
import { type Graph, isStation } from './graph';
import { type Loads, passedFor } from './loads';
import { attempts } from '../math/queueing';
import { serversOf, type StationState } from './station';

/** Calls a second of each flow over each edge, with losses and retries. */
export function edgeRates(graph: Graph, loads: Loads, times: readonly FlowTimes[]): readonly Float64Array[] {
  return times.map(({ traffic }, flow) => {
    const rates = new Float64Array(graph.edges.length);
    const isRead = graph.flows[flow]?.kind === 'read';
    const offered = loads.offeredRps[flow] as Float64Array;
    for (const edge of graph.carried[flow] ?? []) {
      const caller = graph.from[edge] as number;
      const gain = (traffic.multipliers.calls[edge] as number) * (offered[caller] as number);
      if (gain === 0) continue;
      const refused = loads.passed[graph.to[edge] as number]?.refused ?? 0;
      rates[edge] =
        gain * passedFor(loads.passed[caller], isRead) * attempts(refused, graph.edges[edge]?.retries ?? 0);
    }
    return rates;
  });
}

const pairOf = (from: LayerId, to: LayerId): string => `${from} ${to}`;

/** Traffic between layers, and the round trips that a request of each flow waits for there. */
export function hopsOf(
  graph: Graph,
  rates: readonly Float64Array[],
  times: readonly FlowTimes[],
): readonly HopFigures[] {
  const hops = new Map<string, { rps: number; meanMs: Float64Array }>();
  times.forEach(({ traffic }, flow) => {
    for (const edge of graph.carried[flow] ?? []) {
      const calls = traffic.multipliers.calls[edge] as number;
      const caller = graph.from[edge] as number;
      const from = graph.nodes[caller]?.layer;
      const to = graph.nodes[graph.to[edge] as number]?.layer;
      if (calls === 0 || traffic.visits[caller] === 0 || from === undefined || to === undefined) continue;
      const key = pairOf(from, to);
      const hop = hops.get(key) ?? { rps: 0, meanMs: new Float64Array(times.length) };
      hops.set(key, hop);
      hop.rps += rates[flow]?.[edge] as number;
      if (graph.sync[edge] === 1)
        hop.meanMs[flow] =
          (hop.meanMs[flow] as number) +
          (traffic.syncVisits[caller] as number) * calls * (graph.edges[edge]?.rttMs ?? 0);
    }
  });
  return layerIds.flatMap((from) =>
    layerIds.flatMap((to) => {
      const hop = hops.get(pairOf(from, to));
      if (hop === undefined) return [];
      const flows = Object.fromEntries(
        graph.flows.map((flow, i) => [flow.id, { meanMs: hop.meanMs[i] as number }]),
      );
      return [{ from, to, rps: hop.rps, flows }];
    }),
  );
}

/** Load figures of one layer; null where it has no stations. */
export interface LayerLoad {
  readonly id: LayerId;
  readonly members: readonly number[];
  readonly offeredRps: number | null;
  readonly capacityRps: number | null;
  readonly headroom: number | null;
  readonly utilization: number | null;
  readonly busiest: string | null;
  readonly servers: number | null;
}

/** Layers that have nodes, in their order. */
export function layerLoads(
  graph: Graph,
  rates: readonly Float64Array[],
  ratesRps: readonly number[],
  states: readonly StationState[],
): readonly LayerLoad[] {
  const entering = enteringRps(graph, rates, ratesRps);
  return layerIds.flatMap((id) => {
    const members = graph.nodes.flatMap((node, i) => (node.layer === id ? [i] : []));
    return members.length === 0 ? [] : [layerLoad(graph, id, members, entering.get(id) ?? 0, states)];
  });
}

function layerLoad(
  graph: Graph,
  id: LayerId,
  members: readonly number[],
  offeredRps: number,
  states: readonly StationState[],
): LayerLoad {
  let headroom: number | null = null;
  let busiest: { id: string; utilization: number } | null = null;
  let servers = 0;
  for (const i of members) {
    const node = graph.nodes[i];
    const state = states[i];
    if (node === undefined || state === undefined || !isStation(node)) continue;
    servers += serversOf(node) ?? 0;
    if (busiest === null || state.utilization > busiest.utilization)
      busiest = { id: node.id, utilization: state.utilization };
    if (state.capacityRps !== null && state.offeredRps > 0)
      headroom = Math.min(headroom ?? Number.POSITIVE_INFINITY, state.capacityRps / state.offeredRps);
  }
  if (busiest === null)
    return {
      id,
      members,
      offeredRps: null,
      capacityRps: null,
      headroom: null,
      utilization: null,
      busiest: null,
      servers: null,
    };
  return {
    id,
    members,
    offeredRps,
    capacityRps: headroom === null ? null : offeredRps * headroom,
    headroom: offeredRps > 0 ? headroom : null,
    utilization: busiest.utilization,
    busiest: busiest.id,
    servers,
  };
}

/** Calls a second that come into each layer from another one, or start in it. */
function enteringRps(
  graph: Graph,
  rates: readonly Float64Array[],
  ratesRps: readonly number[],
): ReadonlyMap<LayerId, number> {
  const entering = new Map<LayerId, number>();
  const enter = (layer: LayerId | undefined, rps: number): void => {
    if (layer !== undefined) entering.set(layer, (entering.get(layer) ?? 0) + rps);
  };
  graph.flows.forEach((flow, i) => {
    enter(graph.nodes[graph.positionOf.get(flow.entry) ?? -1]?.layer, ratesRps[i] ?? 0);
    for (const edge of graph.carried[i] ?? []) {
      const to = graph.nodes[graph.to[edge] as number]?.layer;
      if (to !== graph.nodes[graph.from[edge] as number]?.layer) enter(to, rates[i]?.[edge] as number);
    }
  });
  return entering;
}
