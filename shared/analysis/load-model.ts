import { type Adjacency, adjacencyOf } from '../math/components';
import { callersFirst } from './callers-first';
import type { Graph } from './graph';
import { hasPlaces } from './server-pools';
import type { Spread } from './station';
import type { FlowTraffic } from './traffic';

/** What the loads are computed from; it does not depend on the rates. */
export interface LoadModel {
  readonly graph: Graph;
  readonly traffics: readonly FlowTraffic[];
  readonly spreads: readonly Spread[];
  /** Requests a second of each flow at factor 1. */
  readonly ratesRps: readonly number[];
  /** Connections held open at each node at factor 1; null where no node limits them. */
  readonly connections: Float64Array | null;
  /** Positions of the nodes that limit how many requests they have in progress. */
  readonly placed: readonly number[];
  /** The calls that lead to each position of visits. */
  readonly incoming: () => Adjacency;
  /** Nodes in an order in which every caller comes before its callees, loops (of all flows together) as one. */
  readonly components: () => readonly (readonly number[])[];
}

export function loadModelOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  spreads: readonly Spread[],
  ratesRps: readonly number[],
  connections: Float64Array | null = null,
): LoadModel {
  let known: readonly (readonly number[])[] | undefined;
  const components = () => {
    known ??= callersFirst(graph, traffics);
    return known;
  };
  const placed = graph.design.nodes.flatMap((node, i) => (hasPlaces(node, spreads[i] as Spread) ? [i] : []));
  let knownIncoming: Adjacency | undefined;
  const incoming = () => {
    knownIncoming ??= adjacencyOf(graph.nodes.length, graph.to, graph.outgoing.edges);
    return knownIncoming;
  };
  return { graph, traffics, spreads, ratesRps, connections, placed, incoming, components };
}
