import type { Analysis } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { layerTitles } from '../../diagram/palette';
import type { Language } from '../../math/language';
import { words } from '../../math/message';
import { own } from '../../model/own';
import { partNames } from '../../rules/finding-text';
import { reportWords } from './report-words';
import { type Table, tableOf } from './table';

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
export function timeTable(design: ResolvedDesign, analysis: Analysis, language?: Language): Table {
  const { say, ms } = reportWords(language);
  const nameOf = partNames(design, language);
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
          row(
            say('{from} → {to}', { from: words(layerTitles[hop.from]), to: words(layerTitles[hop.to]) }),
            own(hop.flows, flow.id)?.meanMs ?? null,
          ),
        );
      const times = own(layer.flows, flow.id);
      const waits = times !== undefined && (times.meanMs === null || times.meanMs > 0);
      return waits ? [...hops, row(say(layerTitles[layer.id]), times.meanMs, times.p99Ms)] : hops;
    });
    const overlapMs = flow.overlapMs ?? 0;
    const overlap = overlapMs > 0 ? [row(say('parallel calls'), -overlapMs)] : [];
    return [...places, ...overlap, row(say('total'), flow.meanMs, flow.p99Ms)];
  });
  return tableOf(say('Where the time goes'), rows, [
    { title: say('Flow'), align: 'left', text: ({ flow }) => flow },
    { title: say('Layer or hop'), align: 'left', text: ({ place }) => place },
    { title: say('Mean'), text: ({ meanMs }) => ms(meanMs) },
    { title: 'p99', text: ({ p99Ms }) => ms(p99Ms) },
  ]);
}
