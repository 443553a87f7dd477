import type { ResolvedNode } from '../catalog/resolved';
import { attempts } from '../math/queueing';
import { type LayerId, layerIds } from '../model/vocabulary';
import type { HopFigures } from './analysis';
import type { FlowTimes } from './flow-times';
import { type Graph, isStation } from './graph';
import type { Loads } from './loads';
import { passedFor } from './passed';
import { boundOf, lowerOf, type StationState, serversOf } from './station';
import { operationAt } from './visit-positions';

/** Calls a second of each flow over each edge, with losses and retries. */
export function edgeRates(
  graph: Graph,
  loads: Loads,
  times: readonly Pick<FlowTimes, 'traffic'>[],
): readonly Float64Array[] {
  return times.map(({ traffic }, flow) => {
    const rates = new Float64Array(graph.edges.length);
    const offered = loads.offeredRps[flow] as Float64Array;
    for (const edge of traffic.edges) {
      const caller = graph.from[edge] as number;
      const gain = (traffic.pattern.multipliers.calls[edge] as number) * (offered[caller] as number);
      if (gain === 0) continue;
      const refused = loads.passed[graph.to[edge] as number]?.refused ?? 0;
      const tries = refused === 0 ? 1 : attempts(refused, graph.edges[edge]?.retries ?? 0);
      rates[edge] = gain * passedFor(loads.passed[caller], operationAt(graph, flow, caller)) * tries;
    }
    return rates;
  });
}

const knownLayers = new WeakMap<Graph, Uint8Array>();

/** Position of each node's layer in the order of layers. */
export function layerPositions(graph: Graph): Uint8Array {
  const known = knownLayers.get(graph);
  if (known !== undefined) return known;
  const positions = new Uint8Array(graph.nodes.length);
  for (let node = 0; node < positions.length; node++)
    positions[node] = layerIds.indexOf((graph.nodes[node] as ResolvedNode).layer);
  knownLayers.set(graph, positions);
  return positions;
}

/** Traffic between layers, and the round trips that a request of each flow waits for there. */
export function hopsOf(
  graph: Graph,
  rates: readonly Float64Array[],
  times: readonly FlowTimes[],
): readonly HopFigures[] {
  const layerOf = layerPositions(graph);
  const pairs = layerIds.length * layerIds.length;
  const rps = new Float64Array(pairs);
  const carries = new Uint8Array(pairs);
  const meansMs = times.map(({ traffic, waitedTripsMs }, flow) => {
    const meanMs = new Float64Array(pairs);
    const ratesRps = rates[flow] as Float64Array;
    const { edges } = traffic;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] as number;
      const caller = graph.from[edge] as number;
      const callee = graph.to[edge] as number;
      const pair = (layerOf[caller] as number) * layerIds.length + (layerOf[callee] as number);
      carries[pair] = 1;
      rps[pair] = (rps[pair] as number) + (ratesRps[edge] as number);
      meanMs[pair] = (meanMs[pair] as number) + (waitedTripsMs[i] as number);
    }
    return meanMs;
  });
  return layerIds.flatMap((from, i) =>
    layerIds.flatMap((to, j) => {
      const pair = i * layerIds.length + j;
      if (carries[pair] === 0) return [];
      const flows = Object.fromEntries(
        graph.flows.map((flow, f) => [flow.id, { meanMs: meansMs[f]?.[pair] as number }]),
      );
      return [{ from, to, rps: rps[pair] as number, flows }];
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
  times: readonly FlowTimes[],
  rates: readonly Float64Array[],
  ratesRps: readonly number[],
  states: readonly StationState[],
): readonly LayerLoad[] {
  const entering = enteringRps(graph, times, rates, ratesRps);
  const layerOf = layerPositions(graph);
  const membersOf = layerIds.map((): number[] => []);
  for (let node = 0; node < graph.nodeCount; node++) membersOf[layerOf[node] as number]?.push(node);
  return layerIds.flatMap((id, i) => {
    const members = membersOf[i] ?? [];
    return members.length === 0 ? [] : [layerLoad(graph, id, members, entering[i] as number, states)];
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
      headroom = lowerOf(headroom, boundOf(state.capacityRps / state.offeredRps));
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
  times: readonly FlowTimes[],
  rates: readonly Float64Array[],
  ratesRps: readonly number[],
): Float64Array {
  const layerOf = layerPositions(graph);
  const entering = new Float64Array(layerIds.length);
  times.forEach(({ traffic }, flow) => {
    const first = layerOf[traffic.entry];
    if (first !== undefined) entering[first] = (entering[first] as number) + (ratesRps[flow] ?? 0);
    const ratesOf = rates[flow] as Float64Array;
    for (const edge of traffic.edges) {
      const to = layerOf[graph.to[edge] as number] as number;
      if (to !== layerOf[graph.from[edge] as number])
        entering[to] = (entering[to] as number) + (ratesOf[edge] as number);
    }
  });
  return entering;
}
