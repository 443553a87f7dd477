import { nothing } from '../math/lattice';
import { own } from '../model/own';
import type { BudgetShare, FlowFigures } from './analysis';
import { approximationsOf } from './approximate';
import { isRoughlyAvailable } from './availability/pattern-parts';
import {
  completes,
  completionOf,
  goesOn,
  isWorkedOut,
  noCompletion,
  type ReadCompletion,
} from './completion';
import { learnTimes, learntTime } from './compose';
import { figure } from './figures';
import type { FlowTimes } from './flow-times';
import { type Graph, isStation } from './graph';
import type { Latency, Recall } from './known-times';
import type { Limit } from './limits';
import type { Loaded } from './load-design';
import { detailOf, percentilesOf, type Reader, readerOf, shownShares } from './percentiles';
import { isRough } from './plan';
import { servedShareOf } from './served';
import { missedUnlessServed, servesAll, targetsOf } from './targets';
import { type FlowTraffic, mostVisits } from './traffic';
import { crossedAt, nodesVisited } from './visit-positions';

/** What a flow's figures are read from. */
export interface FlowContext {
  readonly loaded: Loaded;
  readonly times: FlowTimes;
  readonly limit: Limit | null;
  /** null leaves percentiles out. */
  readonly recall: Recall | null;
  readonly availability: number | null;
  readonly usdPerMillionRequests: number | null;
}

/** Figures of one flow. Its mean is Σ visits × mean of what it waits for + round trips − what parallel calls save. */
export function flowFigures(context: FlowContext): FlowFigures {
  const { loaded, times, limit, recall, availability, usdPerMillionRequests } = context;
  const { graph, model, loads, states } = loaded;
  const { traffic } = times;
  const flow = graph.flows[traffic.flow];
  if (flow === undefined) throw new RangeError(`No flow at position ${traffic.flow}`);
  const rateRps = model.ratesRps[traffic.flow] ?? 0;
  const servedShare = servedShareOf(graph, traffic, loads);
  const means = meansOf(times);
  const { isBeyondBudget, ...latency } =
    recall !== null && Number.isFinite(means.meanMs)
      ? recall.latency(traffic.flow, () => latencyOf(times, means.meanMs, flow.targets.p50Ms))
      : noLatency;
  const { isBeyondBudget: isRoughlyCompleted, ...completion } = completionFigures(
    context,
    means.meanMs,
    latency,
  );
  const saturated = traffic.nodes.some(
    (node) => states[node]?.saturated === true && (traffic.visits[node] as number) > 0,
  );
  const maxRateRps = limit === null ? null : limit.factor * rateRps;
  const figures = {
    id: flow.id,
    rateRps,
    saturated,
    servedShare,
    goodputRps: rateRps * servedShare,
    meanMs: figure(means.meanMs),
    ...latency,
    ...completion,
    overlapMs: figure(means.overlapMs),
    approximate: approximationsOf(
      graph,
      times,
      states,
      model.spreads,
      isBeyondBudget ||
        loaded.isBound ||
        isRoughlyCompleted ||
        limit?.isBound === true ||
        isRoughlyAvailable(traffic.pattern) ||
        hasUncountedVisits(traffic),
    ),
    availability,
    maxRateRps,
    bottleneck: limit === null ? null : (graph.nodes[limit.node]?.id ?? null),
    budget: budgetOf(graph, times),
    usdPerMillionRequests,
  };
  const known: Readonly<Record<string, number | null>> = {
    meanMs: figures.meanMs,
    p50Ms: figures.p50Ms,
    p95Ms: figures.p95Ms,
    p99Ms: figures.p99Ms,
    p999Ms: figures.p999Ms,
    completionMeanMs: figures.completionMeanMs,
    completionP99Ms: figures.completionP99Ms,
    availability: figures.availability,
    headroom: limit === null ? null : limit.factor,
  };
  const targets = targetsOf(flow.targets, (metric) => own(known, metric));
  return { ...figures, targets: missedUnlessServed(targets, servesAll(servedShare)) };
}

/** Its own times where it sets nothing off that it does not wait for. */
function completionFigures(
  { loaded, times, recall }: FlowContext,
  meanMs: number,
  latency: Pick<Latency, 'p50Ms' | 'p95Ms' | 'p99Ms'>,
): ReadCompletion {
  const { graph, states } = loaded;
  if (!Number.isFinite(meanMs)) return noCompletion;
  if (!goesOn(graph, times))
    return {
      completionMeanMs: meanMs,
      completionP50Ms: latency.p50Ms,
      completionP95Ms: latency.p95Ms,
      completionP99Ms: latency.p99Ms,
      isBeyondBudget: false,
    };
  const flow = graph.flows[times.traffic.flow];
  if (recall === null || flow === undefined || !isWorkedOut(flow, times)) return noCompletion;
  if (!completes(graph, times, states)) return noCompletion;
  return recall.completion(times.traffic.flow, () =>
    completionOf(graph, loaded.model.traffics, times, meanMs, detailOfFlow(times)),
  );
}

function meansOf(times: FlowTimes): { readonly meanMs: number; readonly overlapMs: number } {
  const { traffic, responseMs, overlapMs, waitedTripsMs } = times;
  let meanMs = 0;
  let savedMs = 0;
  for (const node of traffic.nodes) {
    const visits = traffic.syncVisits[node] as number;
    if (visits === 0) continue;
    meanMs += visits * (responseMs[node] as number);
    savedMs += visits * (overlapMs[node] as number);
  }
  for (const tripsMs of waitedTripsMs) meanMs += tripsMs;
  return { meanMs: meanMs - savedMs, overlapMs: Number.isNaN(meanMs) ? Number.NaN : savedMs };
}

const noLatency: Latency = {
  p50Ms: null,
  p95Ms: null,
  p99Ms: null,
  p999Ms: null,
  apdex: null,
  isBeyondBudget: false,
};

const hasUncountedVisits = ({ nodes, visits }: FlowTraffic): boolean =>
  nodes.some((node) => (visits[node] as number) >= mostVisits);

/** What a flow's percentiles read from. */
const detailOfFlow = ({ traffic }: FlowTimes) => detailOf(traffic.nodes.length + traffic.edges.length);

/** Whether a loop on the flow's way was given up before its times settled. */
function isUnsettled({ traffic, level }: FlowTimes, levels: ReadonlySet<number>): boolean {
  return [...levels].some((at) => {
    const { known, classOf } = level(at);
    if (known.unsettled.size === 0) return false;
    return traffic.nodes.some((node) => known.unsettled.has(classOf[node] as number));
  });
}

/** Reads the distribution of a flow's time, which has this mean; the levels of the grids that it asks for go to `levels`. */
export function timeReader(times: FlowTimes, meanMs: number, levels = new Set<number>()): Reader {
  const { entry } = times.traffic;
  const latticeAt = (level: number) => {
    levels.add(level);
    const parts = times.level(level);
    learnTimes(parts, [entry]);
    return learntTime(parts, entry) ?? nothing;
  };
  return readerOf(latticeAt, meanMs, detailOfFlow(times) === 'fine' ? 'fine' : 'coarse');
}

function latencyOf(times: FlowTimes, meanMs: number, targetMs: number | undefined): Latency {
  const detail = detailOfFlow(times);
  if (detail === 'none') return { ...noLatency, isBeyondBudget: true };
  const levels = new Set<number>();
  const reader = timeReader(times, meanMs, levels);
  const [p50Ms = null, p95Ms = null, p99Ms = null, p999Ms = null] = percentilesOf(
    reader.quantile,
    shownShares,
  );
  // Apdex: satisfied up to the target, tolerated up to four times it and counted half.
  const apdex = targetMs === undefined ? null : (reader.below(targetMs) + reader.below(4 * targetMs)) / 2;
  const isBeyondBudget =
    detail !== 'fine' ||
    isUnsettled(times, levels) ||
    times.traffic.nodes.some((node) => isRough(times.plan(node)));
  return { p50Ms, p95Ms, p99Ms, p999Ms, apdex, isBeyondBudget };
}

function budgetOf(graph: Graph, times: FlowTimes): readonly BudgetShare[] {
  const { traffic, responseMs, waitedTripsMs } = times;
  const shares: BudgetShare[] = [];
  const waitedMs = (visit: number): number | null => {
    const visits = traffic.syncVisits[visit] as number;
    return visits > 0 ? visits * (responseMs[visit] as number) : null;
  };
  for (const i of nodesVisited(graph, traffic)) {
    const node = graph.nodes[i];
    if (node === undefined || !isStation(node)) continue;
    const crossed = crossedAt(graph, i);
    const own = waitedMs(i);
    const others = crossed < 0 ? null : waitedMs(crossed);
    if (own !== null || others !== null)
      shares.push({ node: node.id, meanMs: figure((own ?? 0) + (others ?? 0)) });
  }
  const tripsMs = new Map<string, number>();
  traffic.edges.forEach((i, at) => {
    const edge = graph.edges[i];
    const visits = traffic.syncVisits[graph.from[i] as number] as number;
    if (graph.sync[i] !== 1 || !(visits > 0) || edge === undefined) return;
    tripsMs.set(edge.id, (tripsMs.get(edge.id) ?? 0) + (waitedTripsMs[at] as number));
  });
  for (const [edge, meanMs] of tripsMs) shares.push({ edge, meanMs });
  return shares;
}
