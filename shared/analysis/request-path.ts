import type { ResolvedDesign } from '../catalog/resolved';
import { figure } from './figures';
import { allFlowTimes, type FlowTimes } from './flow-times';
import { type Loaded, loadDesign } from './load-design';
import { type RequestBranch, requestBranches } from './request-branches';
import { roundTripsOf } from './round-trips';

/** One call of a request that its flow waits for, with the visit that it makes; the first has no call. */
export interface RequestHop {
  /** Id of the edge; null where the request starts. */
  readonly edge: string | null;
  /** Id of the node that is visited. */
  readonly node: string;
  /** Calls between the start and this one. */
  readonly depth: number;
  /** Calls of this sort in one request, on average. */
  readonly calls: number;
  /** Mean parts of the request's time, of all these calls together; null where the node is saturated. */
  readonly networkMs: number;
  readonly waitMs: number | null;
  readonly serviceMs: number | null;
  /** The three as a share of the flow's mean; null where that is unbounded or 0. */
  readonly share: number | null;
  /** What is decided at the node; none where it was visited by an earlier hop. */
  readonly branches: readonly RequestBranch[];
}

/** The way of one request through a design, in the order of its calls. */
export interface RequestPath {
  readonly flow: string;
  /** Mean time of the flow: the sum of all parts of all hops − `overlapMs`; null where it is unbounded. */
  readonly meanMs: number | null;
  /** What calls in parallel save of the sum. */
  readonly overlapMs: number | null;
  readonly hops: readonly RequestHop[];
}

/**
 * The way of one request of a flow: depth first, in the order of the steps, each synchronous call once. The time of a node that is
 * called along several edges is split by the calls along each: visits = Σ calls, and each visit takes the mean response.
 * Null where the design has no such flow, the flow no start, or the visits no solution.
 */
export function requestPath(design: ResolvedDesign, load: number, flow: string): RequestPath | null {
  const result = loadDesign(design, load);
  if (!result.ok) return null;
  const { loaded } = result;
  const at = loaded.graph.flows.findIndex(({ id }) => id === flow);
  const times = allFlowTimes(loaded.graph, loaded.model.traffics, loaded.states)[at];
  if (times === undefined || times.traffic.entry < 0) return null;
  const { hops, overlapMs } = walked(loaded, times);
  const meanMs = hops.reduce((sum, hop) => sum + timeOf(hop), 0) - overlapMs;
  const shareOf = (hop: TimedHop): number | null => (meanMs > 0 ? timeOf(hop) / meanMs : null);
  return {
    flow,
    meanMs: figure(meanMs),
    overlapMs: figure(overlapMs),
    hops: hops.map((hop) => ({ ...hop, share: shareOf(hop) })),
  };
}

type TimedHop = Omit<RequestHop, 'share'>;

/** All parts of a hop together; NaN where they have no bound. */
const timeOf = ({ networkMs, waitMs, serviceMs }: TimedHop): number =>
  networkMs + (waitMs ?? Number.NaN) + (serviceMs ?? Number.NaN);

interface Walked {
  readonly hops: readonly TimedHop[];
  readonly overlapMs: number;
}

/** A call that is still to be followed; −1 is where the request starts. */
interface Open {
  readonly call: number;
  readonly visit: number;
  readonly depth: number;
}

function walked(loaded: Loaded, times: FlowTimes): Walked {
  const { graph } = loaded;
  const { traffic, overlapMs } = times;
  const { start, edges } = traffic.pattern.waited;
  const hops: TimedHop[] = [];
  const met = new Set<number>();
  let savedMs = 0;
  const open: Open[] = [{ call: -1, visit: traffic.entry, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { visit, depth } = next;
    const isNew = !met.has(visit);
    met.add(visit);
    hops.push(hopOf(loaded, times, next, isNew));
    if (!isNew) continue;
    savedMs += (traffic.syncVisits[visit] as number) * (overlapMs[visit] as number);
    for (let i = (start[visit + 1] as number) - 1; i >= (start[visit] as number); i--) {
      const call = edges[i] as number;
      open.push({ call, visit: graph.to[call] as number, depth: depth + 1 });
    }
  }
  return { hops, overlapMs: savedMs };
}

function hopOf(
  loaded: Loaded,
  { traffic, responseMs }: FlowTimes,
  { call, visit, depth }: Open,
  isNew: boolean,
): TimedHop {
  const { graph, states } = loaded;
  const { calls: multipliers } = traffic.pattern.multipliers;
  const calls =
    call < 0 ? 1 : (traffic.syncVisits[graph.from[call] as number] as number) * (multipliers[call] as number);
  const tripMs = call < 0 ? 0 : (roundTripsOf(graph, traffic.flow)[call] as number);
  const ownMs = responseMs[visit] as number;
  // Of a read that several replicas answer it is that of the fastest, which may have waited less than they do on average.
  const waitMs = Math.min(ownMs, states[visit]?.waitMs ?? 0);
  return {
    edge: call < 0 ? null : (graph.edges[call]?.id ?? null),
    node: graph.nodes[visit]?.id ?? '',
    depth,
    calls,
    networkMs: calls * tripMs,
    waitMs: figure(calls * waitMs),
    serviceMs: figure(calls * (ownMs - waitMs)),
    branches: isNew ? requestBranches(graph, traffic.pattern, visit) : [],
  };
}
