import type { ResolvedDesign } from '../catalog/resolved';
import type { Analysis, AnalysisError } from './analysis';
import { createAnalyzer } from './analyzer';
import { limitsOf } from './limits';
import { loadDesign } from './load-design';
import { nominalOf } from './loads';
import { stationUse } from './stations';

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
  readonly points: readonly SweepPoint[];
  /** Stations in the order in which they saturate when nothing before them loses anything, and the load at which each does. */
  readonly order: readonly { readonly node: string; readonly load: number }[];
}

export type SweepResult =
  | { readonly ok: true; readonly sweep: Sweep }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

const pointCount = 40;
const lowest = 0.05;
const highest = 1.2;

/** Analyses 40 evenly spaced loads from 0.05 to 1.2 times the smallest at which any station saturates. */
export function sweep(
  resolved: ResolvedDesign,
  options: { readonly percentiles?: boolean } = {},
): SweepResult {
  const result = loadDesign(resolved);
  if (!result.ok) return result;
  const { model } = result.loaded;
  const factors = limitsOf(model).flatMap((limit) => (limit === null ? [] : [limit.factor]));
  const saturationLoad = factors.reduce<number | null>((least, of) => Math.min(least ?? of, of), null);
  const analyzer = createAnalyzer();
  const points: SweepPoint[] = [];
  for (let i = 0; i < pointCount; i++) {
    const share = lowest + ((highest - lowest) * i) / (pointCount - 1);
    const analysed = analyzer.analyze(resolved, { ...options, load: share * (saturationLoad ?? 1) });
    if (!analysed.ok) return analysed;
    points.push(pointOf(analysed.analysis));
  }
  const loads = nominalOf(model, 1);
  const order = model.graph.nodes
    .flatMap((node, i) => {
      const spread = model.spreads[i];
      const load = loads.nodes[i];
      const use = spread === undefined || load === undefined ? 0 : stationUse(node, spread, load);
      return use > 1e-30 ? [{ node: node.id, load: 1 / use }] : [];
    })
    .sort((a, b) => a.load - b.load);
  return { ok: true, sweep: { saturationLoad, points, order } };
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
