import type { Graph } from '../graph';
import type { NodeLoad } from '../station';
import type { FlowTraffic } from '../traffic';
import { expectedSuccess, mostWorkOf } from './expected-success';
import { flowPartsOf } from './flow-parts';
import { flowAvailabilities, type LatestAvailabilities } from './known-flows';
import {
  canBeDown,
  defaultZone,
  defaultZoneAvailability,
  type PoolAvailability,
  placesOf,
  poolAvailability,
} from './pools';

/** What can be up or down in a design, and how likely it is up. */
export interface Availabilities {
  /** Each node's servers alone, for reads and for writes. */
  readonly pools: readonly PoolAvailability[];
  /** Probability that a zone or region is up, by its group's id; `defaultZone` for what is in no zone. */
  readonly place: (name: string) => number;
}

/** Availability of the servers of each node under its load, and of the places they are in. */
export function availabilitiesOf(graph: Graph, loads: readonly NodeLoad[]): Availabilities {
  const places = new Map(graph.design.groups.map(({ id, availability }) => [id, availability]));
  places.set(defaultZone, defaultZoneAvailability);
  return {
    pools: graph.design.nodes.map((node, i) => poolAvailability(node, loads[i] ?? nothingArrives)),
    place: (name) => places.get(name) ?? 1,
  };
}

const nothingArrives: NodeLoad = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };

/**
 * The probability that a request of each flow succeeds, over the states of the pools, zones and regions that it depends on;
 * hits, picks and fractions of calls are drawn anew in each call. Null for a flow that starts nowhere.
 */
export function flowAvailabilitiesOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  { pools, place }: Availabilities,
  latest: LatestAvailabilities = { found: null },
): readonly (number | null)[] {
  const most = mostWorkOf(traffics.length, graph.nodes.length);
  return flowAvailabilities({ graph, pools }, traffics, latest, (traffic) => {
    if (traffic.entry < 0) return { traffic, dependsOn: [], value: null };
    const parts = flowPartsOf(graph, traffic, { pools, place });
    return { traffic, dependsOn: parts.dependsOn, value: expectedSuccess(parts, most) };
  });
}

/** Positions of the nodes whose state bears on whether a request of a flow succeeds. */
export const dependenciesOf = (graph: Graph, traffic: FlowTraffic, of: Availabilities): readonly number[] =>
  traffic.entry < 0 ? [] : flowPartsOf(graph, traffic, of).dependsOn;

/** A node's servers alone: the lower of its reads' and writes'. */
export function nodeAvailability({ pools }: Availabilities, node: number): number {
  const { reads, otherShards, writes } = pools[node] ?? { reads: 1, otherShards: 1, writes: 1 };
  return Math.min(reads * otherShards, writes);
}

/** Probability that all pools of some nodes are up, with the zones and regions they are in; null where none can be down. */
export function jointAvailability(
  graph: Graph,
  members: readonly number[],
  of: Availabilities,
): number | null {
  let joint = 1;
  let some = false;
  const places = new Set<string>();
  for (const member of members) {
    const node = graph.nodes[member];
    if (node === undefined || node.behaviour === 'source' || node.behaviour === 'pass-through') continue;
    some = true;
    if (canBeDown(node)) joint *= nodeAvailability(of, member);
    for (const name of placesOf(node)) places.add(name);
  }
  for (const name of places) joint *= of.place(name);
  return some ? joint : null;
}
