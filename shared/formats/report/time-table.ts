import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { layerTitles } from '../../diagram/palette';
import { formatMs } from '../../math/format';
import { own } from '../../model/own';
import { partNames } from '../../rules/finding-text';
import { figureText, type Table, tableOf } from './table';

interface TimeRow {
  readonly flow: string;
  readonly place: string;
  readonly meanMs: number | null;
  readonly p99Ms: number | null;
}

/**
 * Latency of each flow by layer: a row for each layer that it waits for, after the hops that lead there, then the time saved by
 * parallel calls, then the mean of the flow, which is the sum of the rows above it.
 */
export function timeTable(design: ResolvedDesign, analysis: Analysis): Table {
  const nameOf = partNames(design);
  const rows = analysis.flows.flatMap((flow): readonly TimeRow[] => {
    const row = (place: string, meanMs: number | null, p99Ms: number | null = null): TimeRow => ({
      flow: nameOf(flow.id),
      place,
      meanMs,
      p99Ms,
    });
    const places = analysis.layers.flatMap((layer) => {
      const hops = analysis.hops
        .filter((hop) => hop.to === layer.id && (own(hop.flows, flow.id)?.meanMs ?? 0) > 0)
        .map((hop) =>
          row(`${layerTitles[hop.from]} → ${layerTitles[hop.to]}`, own(hop.flows, flow.id)?.meanMs ?? null),
        );
      const times = own(layer.flows, flow.id);
      const waits = times !== undefined && (times.meanMs === null || times.meanMs > 0);
      return waits ? [...hops, row(layerTitles[layer.id], times.meanMs, times.p99Ms)] : hops;
    });
    const overlapMs = flow.overlapMs ?? 0;
    const overlap = overlapMs > 0 ? [row('side by side', -overlapMs)] : [];
    return [...places, ...overlap, row('in all', flow.meanMs, flow.p99Ms)];
  });
  return tableOf('Where the time goes', rows, [
    { title: 'Flow', align: 'left', text: ({ flow }) => flow },
    { title: 'Layer or hop', align: 'left', text: ({ place }) => place },
    { title: 'Mean', text: ({ meanMs }) => figureText(meanMs, formatMs) },
    { title: 'p99', text: ({ p99Ms }) => figureText(p99Ms, formatMs) },
  ]);
}
