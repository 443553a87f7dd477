import type uPlot from 'uplot';
import { msText, rpsText } from '../../../words/figures';
import type { CurveMetric, LoadLine, LoadLineKind, TargetLine } from './curve';
import { curveMetrics } from './curve';

/** The token of each line's colour; the key beside the chart uses the same. */
export const metricTokens: Readonly<Record<CurveMetric, string>> = {
  p99Ms: '--accent',
  p50Ms: '--ok',
  meanMs: '--muted',
};
export const lineTokens: Readonly<Record<LoadLineKind, string>> = {
  shown: '--text',
  knee: '--guide',
  planned: '--warning-fill',
  saturation: '--error',
};
const solid: readonly number[] = [];
const dashed: readonly number[] = [5, 4];
/** Lines are distinguished without colour too. */
export const lineDashes: Readonly<Record<LoadLineKind, readonly number[]>> = {
  shown: solid,
  knee: [2, 3],
  planned: dashed,
  saturation: solid,
};

export interface ChartLook {
  readonly colorOf: (token: string) => string;
  readonly font: string;
}

export interface ChartContent {
  readonly lines: readonly LoadLine[];
  readonly targets: readonly TargetLine[];
  readonly baseRps: number;
  /** The rate at the load that is shown. */
  readonly shownRps: number;
  readonly isLogarithmic: boolean;
  readonly mostRps: number;
  readonly latencyMs: readonly [number, number];
  /** The position of the point under the pointer; null when there is none. */
  readonly onHover: (position: number | null) => void;
}

/** What uPlot is given: axes, series, and the lines that are drawn over them. */
export function chartOptions(
  content: ChartContent,
  { colorOf, font }: ChartLook,
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  const axis = {
    font,
    stroke: colorOf('--muted'),
    grid: { stroke: colorOf('--line'), width: 1 },
    ticks: { stroke: colorOf('--line'), width: 1, size: 4 },
  };
  const textOf = (write: (value: number) => string) => (_: uPlot, values: (number | null)[]) =>
    values.map((value) => (value === null ? '' : write(value)));
  return {
    ...size,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: {
      x: { time: false, range: [0, content.mostRps] },
      y: { distr: content.isLogarithmic ? 3 : 1, range: [...content.latencyMs] },
    },
    axes: [
      { ...axis, size: 24, gap: 3, space: 64, values: textOf(rpsText) },
      { ...axis, size: 58, gap: 4, space: 28, values: textOf(msText) },
    ],
    series: [
      {},
      ...curveMetrics.map((metric) => ({
        stroke: colorOf(metricTokens[metric]),
        width: metric === 'p99Ms' ? 2 : 1.5,
        ...(metric === 'meanMs' ? { dash: [6, 3] } : {}),
        points: { show: false },
      })),
    ],
    hooks: {
      draw: [(plot) => drawLines(plot, content, colorOf)],
      setCursor: [({ cursor }) => content.onHover(cursor.idx ?? null)],
    },
  };
}

function drawLines(
  plot: uPlot,
  { lines, targets, baseRps }: ChartContent,
  colorOf: ChartLook['colorOf'],
): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.lineWidth = 1.5 * scale;
  for (const { kind, load } of lines) {
    const x = plot.valToPos(load * baseRps, 'x', true);
    strokeLine(
      ctx,
      [x, bbox.top, x, bbox.top + bbox.height],
      colorOf(lineTokens[kind]),
      lineDashes[kind],
      scale,
    );
  }
  for (const { metric, ms } of targets) {
    const y = plot.valToPos(ms, 'y', true);
    strokeLine(ctx, [bbox.left, y, bbox.left + bbox.width, y], colorOf(metricTokens[metric]), [1, 3], scale);
  }
  ctx.restore();
}

function strokeLine(
  ctx: CanvasRenderingContext2D,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  color: string,
  dash: readonly number[],
  scale: number,
): void {
  ctx.strokeStyle = color;
  ctx.setLineDash(dash.map((length) => length * scale));
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
