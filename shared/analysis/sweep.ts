import type { ResolvedDesign } from '../catalog/resolved';
import type { Analysis, AnalysisError } from './analysis';
import { createAnalyzer } from './analyzer';
import { type Limit, limitsOf } from './limits';
import { loadDesign } from './load-design';
import type { LoadModel } from './load-model';
import { type StationLimit, stationLimits } from './station-limits';
import { sweepLoads } from './sweep-loads';

/** One load of a sweep: what each flow and each node does under it. */
export interface SweepPoint {
  readonly load: number;
  readonly flows: readonly Pick<
    Analysis['flows'][number],
    'id' | 'rateRps' | 'goodputRps' | 'servedShare' | 'saturated' | 'meanMs' | 'p50Ms' | 'p95Ms' | 'p99Ms'
  >[];
  readonly nodes: readonly Pick<Analysis['nodes'][number], 'id' | 'utilization' | 'saturated'>[];
}

/** How a design behaves from almost no load to more than it can carry. */
export interface Sweep {
  /** Load at which the first station saturates; null where none can, and then the sweep goes to 1.2 times the load ×1. */
  readonly saturationLoad: number | null;
  /** Load at which the first station is at its planned limit. */
  readonly plannedLoad: number | null;
  readonly points: readonly SweepPoint[];
  /** Stations in the order in which they saturate when nothing before them loses anything: their servers, their places or another limit. */
  readonly order: readonly StationLimit[];
}

export type SweepResult =
  | { readonly ok: true; readonly sweep: Sweep }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

export interface SweepOptions {
  readonly percentiles?: boolean;
  /** Id of the flow whose limits span the sweep, with the stations that it comes to; all flows without it. */
  readonly flow?: string | undefined;
  /** How many loads; 40 without it. */
  readonly pointCount?: number;
}

const usualPointCount = 40;

/** Analyses loads from 0.05 to 1.2 times the smallest at which any station saturates, closer together the nearer to it. */
export function sweep(resolved: ResolvedDesign, options: SweepOptions = {}): SweepResult {
  const steps = sweepSteps(resolved, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, load by load: each step gives the point that it worked out. */
export function* sweepSteps(
  resolved: ResolvedDesign,
  { percentiles = true, flow, pointCount = usualPointCount }: SweepOptions = {},
): Generator<SweepPoint, SweepResult> {
  const result = loadDesign(resolved);
  if (!result.ok) return result;
  const { model } = result.loaded;
  const first = firstLimit(model, flow);
  const order = stationLimits(model, flow);
  const saturationLoad = first?.factor ?? null;
  const analyzer = createAnalyzer();
  const points: SweepPoint[] = [];
  for (const load of sweepLoads(saturationLoad, pointCount)) {
    const analysed = analyzer.analyze(resolved, { percentiles, load, limits: false });
    if (!analysed.ok) return analysed;
    const point = pointOf(analysed.analysis);
    points.push(point);
    yield point;
  }
  return {
    ok: true,
    sweep: { saturationLoad, plannedLoad: firstPlanned(model, first, order)?.load ?? null, points, order },
  };
}

/** The limit that is met first, of one flow or of all. */
export function firstLimit(model: LoadModel, flow?: string): Limit | null {
  return limitsOf(model).reduce<Limit | null>((least, of, at) => {
    const isLooked = flow === undefined || idOfTraffic(model, at) === flow;
    return !isLooked || of === null || (least !== null && least.factor <= of.factor) ? least : of;
  }, null);
}

const idOfTraffic = ({ graph, traffics }: LoadModel, at: number): string | undefined =>
  graph.flows[traffics[at]?.flow ?? -1]?.id;

/** Close enough to be the same limit, found by another search. */
const sameWithin = 1e-6;

/** A station and the load at which it is at its planned limit. */
export interface PlannedLimit {
  readonly node: string;
  readonly load: number;
}

/**
 * The station that is first at its planned limit. Of a limit that the order does not know, such as that of refused calls that are
 * tried again, it is the share that is planned for.
 */
export function firstPlanned(
  model: LoadModel,
  first: Limit | null,
  order: readonly StationLimit[],
): PlannedLimit | null {
  const planned = order.map(({ node, plannedLoad }): PlannedLimit => ({ node, load: plannedLoad }));
  const node = first === null ? undefined : model.graph.design.nodes[first.node];
  const isKnown =
    first !== null && (order[0]?.load ?? Number.POSITIVE_INFINITY) <= first.factor * (1 + sameWithin);
  if (first !== null && node !== undefined && !isKnown)
    planned.push({ node: node.id, load: first.factor * node.config.maxUtilization });
  return planned.reduce<PlannedLimit | null>(
    (least, of) => (least === null || of.load < least.load ? of : least),
    null,
  );
}

const pointOf = ({ load, flows, nodes }: Analysis): SweepPoint => ({
  load,
  flows: flows.map(({ id, rateRps, goodputRps, servedShare, saturated, meanMs, p50Ms, p95Ms, p99Ms }) => ({
    id,
    rateRps,
    goodputRps,
    servedShare,
    saturated,
    meanMs,
    p50Ms,
    p95Ms,
    p99Ms,
  })),
  nodes: nodes.map(({ id, utilization, saturated }) => ({ id, utilization, saturated })),
});
