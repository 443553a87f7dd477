import type { ChartContent } from './chart-options';
import { type CurveMetric, curveMetrics, type LatencyCurve, type LoadLineKind } from './curve';

/** A figure of the chart, by its name for `explain`. */
export interface PickedFigure {
  readonly metric: string;
  /** The load that it is of; null for the one that is shown. */
  readonly load: number | null;
}

/** Which figure of the flow a vertical line is. */
export const lineFigures: Readonly<Record<LoadLineKind, string>> = {
  shown: 'rateRps',
  knee: 'kneeLoad',
  planned: 'plannedLoad',
  saturation: 'saturationLoad',
};

export const targetFigure = (metric: CurveMetric): string => `targets.${metric}`;

/** Where the plot draws a rate and a time, px from its left and top. */
export interface PlotPlaces {
  readonly x: (rps: number) => number;
  readonly y: (ms: number) => number;
}

/** A line this near is what is meant. */
const nearPx = 6;

/** The figure that a press in the chart means: a line near it, otherwise the curve that is nearest above or below it at that load. */
export function pickedFigure(
  curve: LatencyCurve,
  { lines, targets, baseRps }: Pick<ChartContent, 'lines' | 'targets' | 'baseRps'>,
  places: PlotPlaces,
  press: { readonly x: number; readonly y: number },
): PickedFigure | null {
  const drawn = [
    ...lines.map(({ kind, load }) => ({
      metric: lineFigures[kind],
      px: Math.abs(places.x(load * baseRps) - press.x),
    })),
    ...targets.map(({ metric, ms }) => ({
      metric: targetFigure(metric),
      px: Math.abs(places.y(ms) - press.y),
    })),
  ];
  const line = nearestOf(drawn.filter(({ px }) => px <= nearPx));
  const point = nearestOf(
    curve.points.map((of) => ({ of, px: Math.abs(places.x(of.rateRps) - press.x) })),
  )?.of;
  const onCurve =
    point === undefined
      ? null
      : nearestOf(
          curveMetrics.flatMap((metric) => {
            const ms = point[metric];
            return ms === null ? [] : [{ metric, px: Math.abs(places.y(ms) - press.y) }];
          }),
        );
  if (line !== null && (onCurve === null || onCurve.px > nearPx / 2 || line.px < onCurve.px))
    return { metric: line.metric, load: null };
  return point === undefined ? null : { metric: onCurve?.metric ?? 'p99Ms', load: point.load };
}

const nearestOf = <Of extends { readonly px: number }>(all: readonly Of[]): Of | null =>
  all.reduce<Of | null>((best, of) => (best === null || of.px < best.px ? of : best), null);
