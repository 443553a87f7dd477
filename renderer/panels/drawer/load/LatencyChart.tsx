import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Anchor } from '../../../store/explained';
import { type ChartContent, chartOptions } from './chart-options';
import { cursorMovedBy, curveMetrics, type LatencyCurve, shownPoints } from './curve';
import styles from './LoadTab.module.css';
import { type PickedFigure, pickedFigure } from './picked-figure';

interface LatencyChartProps {
  readonly curve: LatencyCurve;
  /** A chart is made anew where it is another object: that takes a few milliseconds. */
  readonly content: ChartContent;
  /** What it shows, for a screen reader. */
  readonly label: string;
  /** The point under the cursor, which arrow keys move; null without one. */
  readonly at: number | null;
  /** The figures at the cursor, in words. */
  readonly reading: string;
  /** Opens how a line or a point came about, by a click or by Enter. */
  readonly onExplain: (figure: PickedFigure, at: Anchor) => void;
}

const chartFontRem = 0.6875;
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The throughput–latency curve, drawn by uPlot in the colours of the theme that it was made in. */
export function LatencyChart({ curve, content, label, at, reading, onExplain }: LatencyChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const size = useSizeOf(frame);
  useEffect(() => {
    const element = frame.current;
    if (element === null || size === null) return undefined;
    const tokens = getComputedStyle(element);
    const look = {
      colorOf: (token: string) => tokens.getPropertyValue(token),
      font: `${chartFontRem * remPx()}px ${tokens.fontFamily}`,
    };
    const rates = curve.points.map(({ rateRps }) => rateRps);
    const latencies = curveMetrics.map((metric) => curve.points.map((point) => point[metric]));
    const plot = new uPlot(chartOptions(content, look, size), [rates, ...latencies], element);
    chart.current = plot;
    return () => {
      chart.current = null;
      plot.destroy();
    };
  }, [curve, content, size]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const plot = chart.current;
    if (plot === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const point = curve.points[plot.cursor.idx ?? -1];
      const { rateRps, p99Ms } = point ?? { rateRps: content.shownRps, p99Ms: null };
      const y = p99Ms === null ? plot.over.clientHeight / 2 : plot.valToPos(p99Ms, 'y');
      onExplain(
        { metric: 'p99Ms', load: point?.load ?? null },
        placeIn(plot, plot.valToPos(rateRps, 'x'), y),
      );
      return;
    }
    const next = cursorMovedBy(event.key, plot.cursor.idx ?? null, shownPoints(curve, content.mostRps));
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const point = next === null ? undefined : curve.points[next];
    const left = point === undefined ? -10 : plot.valToPos(point.rateRps, 'x');
    plot.setCursor({ left, top: point === undefined ? -10 : plot.over.clientHeight / 2 });
  };
  const onClick = ({ clientX, clientY }: MouseEvent): void => {
    const plot = chart.current;
    if (plot === null) return;
    const { left, top } = plot.over.getBoundingClientRect();
    const press = { x: clientX - left, y: clientY - top };
    const places = {
      x: (rps: number) => plot.valToPos(rps, 'x'),
      y: (ms: number) => plot.valToPos(ms, 'y'),
    };
    const picked = pickedFigure(curve, content, places, press);
    if (picked !== null) onExplain(picked, placeIn(plot, press.x, press.y));
  };
  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={curve.points.length - 1}
      aria-valuenow={at ?? 0}
      aria-valuetext={reading}
      className={styles.chart}
      aria-haspopup="dialog"
      onKeyDown={onKeyDown}
      onClick={onClick}
    />
  );
}

/** A place in the plot as what an explanation stands beside; what lies above the plot's edge is taken to it. */
function placeIn({ over }: uPlot, x: number, y: number): Anchor {
  const { left, top, width, height } = over.getBoundingClientRect();
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  return { getBoundingClientRect: () => new DOMRect(left + within(x, width), top + within(y, height), 0, 0) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function useSizeOf(element: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const observer = new ResizeObserver(() => {
      const [width, height] = [observed.clientWidth, observed.clientHeight];
      setSize(width > 0 && height > 0 ? { width, height } : null);
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
