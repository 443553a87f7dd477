import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartContent, chartOptions } from './chart-options';
import { curveMetrics, type LatencyCurve } from './curve';
import styles from './LoadTab.module.css';

interface LatencyChartProps {
  readonly curve: LatencyCurve;
  /** A chart is made anew where it is another object: that takes a few milliseconds. */
  readonly content: ChartContent;
  /** What it shows, for a screen reader; the table has the figures. */
  readonly label: string;
}

const chartFontRem = 0.6875;
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The throughput–latency curve, drawn by uPlot in the colours of the theme that it was made in. */
export function LatencyChart({ curve, content, label }: LatencyChartProps) {
  const frame = useRef<HTMLDivElement>(null);
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
    return () => plot.destroy();
  }, [curve, content, size]);
  return <div ref={frame} role="img" aria-label={label} className={styles.chart} />;
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
