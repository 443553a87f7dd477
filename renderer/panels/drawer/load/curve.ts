import type { TargetFigures } from '../../../../shared/analysis/analysis';
import type { Sweep } from '../../../../shared/analysis/sweep';
import { kneeLoad } from '../../../../shared/analysis/sweep-loads';

/** The latencies that the chart draws, the slowest first. */
export const curveMetrics = ['p99Ms', 'p50Ms', 'meanMs'] as const;
export type CurveMetric = (typeof curveMetrics)[number];

export interface CurvePoint extends Readonly<Record<CurveMetric, number | null>> {
  readonly load: number;
  readonly rateRps: number;
  readonly servedShare: number;
}

/** The throughput–latency curve of a flow, and the loads at which something happens on it. */
export interface LatencyCurve {
  readonly points: readonly CurvePoint[];
  /** Requests per second at the load ×1. */
  readonly baseRps: number;
  readonly kneeLoad: number | null;
  readonly plannedLoad: number | null;
  readonly saturationLoad: number | null;
}

/** The curve of a flow from its sweep; null where it has no requests. */
export function curveOf({ points, plannedLoad, saturationLoad }: Sweep, flow: string): LatencyCurve | null {
  const own = points.flatMap(({ load, flows }): CurvePoint[] => {
    const figures = flows.find(({ id }) => id === flow);
    if (figures === undefined) return [];
    const { rateRps, servedShare, meanMs, p50Ms, p99Ms } = figures;
    return [{ load, rateRps, servedShare, meanMs, p50Ms, p99Ms }];
  });
  const last = own.at(-1);
  const baseRps = last === undefined ? 0 : last.rateRps / last.load;
  return baseRps > 0 ? { points: own, baseRps, kneeLoad: kneeLoad(own), plannedLoad, saturationLoad } : null;
}

export type LoadLineKind = 'shown' | 'knee' | 'planned' | 'saturation';

/** A vertical line of the chart. */
export interface LoadLine {
  readonly kind: LoadLineKind;
  readonly load: number;
}

/** The vertical lines, by rising load; `shownLoad` is that of the load slider. */
export function loadLines(curve: LatencyCurve, shownLoad: number): readonly LoadLine[] {
  const loads: Readonly<Record<LoadLineKind, number | null>> = {
    shown: shownLoad,
    knee: curve.kneeLoad,
    planned: curve.plannedLoad,
    saturation: curve.saturationLoad,
  };
  return (Object.keys(loads) as LoadLineKind[])
    .flatMap((kind) => {
      const load = loads[kind];
      return load === null ? [] : [{ kind, load }];
    })
    .sort((a, b) => a.load - b.load);
}

/** A horizontal line of the chart. */
export interface TargetLine {
  readonly metric: CurveMetric;
  readonly ms: number;
}

/** The targets of a flow for the latencies that the chart draws. */
export function targetLines(targets: readonly TargetFigures[]): readonly TargetLine[] {
  return curveMetrics.flatMap((metric) => {
    const target = targets.find((of) => of.metric === metric);
    return target === undefined ? [] : [{ metric, ms: target.target }];
  });
}

/** How many times the latency at low load, or the highest target, an even scale shows: at saturation a latency has no bound. */
const shownTimesIdle = 3;
const shownTimesTarget = 1.6;

/** The range of latencies that the chart shows: all of them on a logarithmic scale, on an even one those that can be distinguished. */
export function latencyRange(
  { points }: LatencyCurve,
  targets: readonly TargetLine[],
  isLogarithmic: boolean,
): readonly [leastMs: number, mostMs: number] {
  const all = points.flatMap((point) => curveMetrics.flatMap((metric) => point[metric] ?? []));
  const targetMs = targets.map(({ ms }) => ms);
  const most = Math.max(1e-6, ...all, ...targetMs);
  if (isLogarithmic) return [Math.min(most, ...all.filter((ms) => ms > 0), ...targetMs) / 1.25, most * 1.25];
  const idle = Math.max(0, ...curveMetrics.flatMap((metric) => points[0]?.[metric] ?? []));
  const wanted = Math.max(idle * shownTimesIdle, ...targetMs.map((ms) => ms * shownTimesTarget));
  return [0, Math.min(most * 1.05, wanted > 0 ? wanted : most)];
}

/** The highest rate that the chart shows: where the sweep ends, or beyond the load that is shown. */
export const highestRps = ({ points, baseRps }: LatencyCurve, shownLoad: number): number =>
  Math.max(points.at(-1)?.rateRps ?? 0, baseRps * shownLoad * 1.05);

/** How many points of a curve are within the rates that the chart shows. */
export const shownPoints = ({ points }: LatencyCurve, mostRps: number): number =>
  points.filter(({ rateRps }) => rateRps <= mostRps).length;

/** Points that Page Up and Page Down go. */
const pagePoints = 5;

/** The point that a key moves the cursor to; null takes it away, undefined where the key does not move it. */
export function cursorMovedBy(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1;
  if (last < 0) return undefined;
  const by = (steps: number): number =>
    at === null ? (steps > 0 ? 0 : last) : Math.min(last, Math.max(0, at + steps));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return by(1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return by(-1);
    case 'PageUp':
      return by(pagePoints);
    case 'PageDown':
      return by(-pagePoints);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}
