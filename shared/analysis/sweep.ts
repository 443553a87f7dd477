import type { ResolvedDesign } from '../catalog/resolved';
import type { Analysis, AnalysisError } from './analysis';
import { createAnalyzer } from './analyzer';
import { type Limit, limitsOf } from './limits';
import { loadDesign } from './load-design';
import type { LoadModel } from './load-model';
import { nominalOf } from './loads';
import { stationUse } from './passed';
import { sweepLoads } from './sweep-loads';
import { nodesVisited } from './visit-positions';

/** One load of a sweep: what each flow and each node does under it. */
export interface SweepPoint {
  readonly load: number;
  readonly flows: readonly Pick<
    Analysis['flows'][number],
    'id' | 'rateRps' | 'goodputRps' | 'servedShare' | 'saturated' | 'meanMs' | 'p50Ms' | 'p95Ms' | 'p99Ms'
  >[];
  readonly nodes: readonly Pick<Analysis['nodes'][number], 'id' | 'utilization' | 'saturated'>[];
}

/** A station and the loads at which it is used as planned and in full. */
export interface StationLimit {
  readonly node: string;
  /** Load at which it saturates. */
  readonly load: number;
  /** Load at which it is at its planned limit. */
  readonly plannedLoad: number;
}

/** How a design behaves from almost no load to more than it can carry. */
export interface Sweep {
  /** Load at which the first station saturates; null where none can, and then the sweep goes to 1.2 times the load ×1. */
  readonly saturationLoad: number | null;
  /** Load at which the first station is at its planned limit. */
  readonly plannedLoad: number | null;
  readonly points: readonly SweepPoint[];
  /** Stations in the order in which they saturate when nothing before them loses anything, and the load at which each does. */
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
    sweep: { saturationLoad, plannedLoad: firstPlanned(model, first, order), points, order },
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

/** The stations that a flow or any comes to, in the order in which they saturate when nothing before them loses anything. */
export function stationLimits(model: LoadModel, flow?: string): readonly StationLimit[] {
  const { graph, spreads, traffics } = model;
  const loads = nominalOf(model, 1);
  const looked = traffics.filter((_, at) => flow === undefined || idOfTraffic(model, at) === flow);
  const visited = new Set(looked.flatMap((traffic) => [...nodesVisited(graph, traffic)]));
  return graph.design.nodes
    .flatMap((node, i) => {
      const spread = spreads[i];
      const load = loads.nodes[i];
      const isLooked = flow === undefined || visited.has(i);
      const use =
        !isLooked || spread === undefined || load === undefined ? 0 : stationUse(node, spread, load);
      if (!(use > 1e-30)) return [];
      return [{ node: node.id, load: 1 / use, plannedLoad: node.config.maxUtilization / use }];
    })
    .sort((a, b) => a.load - b.load);
}

/** Of places, which the order leaves out, the share of their limit that is planned for. */
function firstPlanned(model: LoadModel, first: Limit | null, order: readonly StationLimit[]): number | null {
  const planned = order.map(({ plannedLoad }) => plannedLoad);
  const node = first === null ? undefined : model.graph.design.nodes[first.node];
  if (first !== null && node !== undefined) planned.push(first.factor * node.config.maxUtilization);
  return planned.reduce<number | null>((least, of) => Math.min(least ?? of, of), null);
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
