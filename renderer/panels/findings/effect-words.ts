import type { FigureChange } from '../../../shared/analysis/compare';
import { own } from '../../../shared/model/own';
import { availabilityText, dollarsText, msText, secondsText, shareText } from '../../words/figures';
import { t } from '../../words/t';
import { metricTitle } from '../metrics';

/** Enough to read at a glance. */
const mostLines = 4;

/** The figures that show the effect of a fix, the most important first, with their format and the most parts of each. */
const shownMetrics: readonly (readonly [
  kind: FigureChange['kind'],
  metric: string,
  format: (value: number) => string,
  most: number,
])[] = [
  ['flow', 'servedShare', shareText, 1],
  ['flow', 'p99Ms', msText, 2],
  ['node', 'utilization', shareText, 1],
  ['node', 'availability', availabilityText, 1],
  ['flow', 'availability', availabilityText, 1],
  ['totals', 'rpoSeconds', secondsText, 1],
  ['totals', 'rtoSeconds', secondsText, 1],
];

const titles: Readonly<Record<string, string>> = {
  servedShare: 'served',
  utilization: 'utilization',
  rpoSeconds: 'data lost at most',
  rtoSeconds: 'back after',
};

/** The size of a change, to order them: the ratio of both values; unbounded where one does not exist. */
function sizeOf({ before, after }: FigureChange): number {
  if (before === null || after === null || before <= 0 || after <= 0) return Number.POSITIVE_INFINITY;
  return Math.abs(Math.log(after / before));
}

/**
 * The effect of a fix, one line per figure: "Redirect p99 149 ms → 86 ms", the cost last as "+$120 a month". A change that
 * does not show in the formatted figures is left out.
 */
export function effectLines(
  changes: readonly FigureChange[],
  target: string,
  nameOf: (id: string) => string,
): readonly string[] {
  const cost = costLine(changes);
  const lines = shownMetrics.flatMap(([kind, metric, format, most]) => {
    const write = (value: number | null): string => (value === null ? t('unbounded') : format(value));
    const shown = changes.filter(
      (change) =>
        change.kind === kind && change.metric === metric && write(change.before) !== write(change.after),
    );
    // The flow that the finding is about, then those that change most.
    const first = shown.toSorted(
      (a, b) => Number(b.part === target) - Number(a.part === target) || sizeOf(b) - sizeOf(a),
    );
    return first.slice(0, most).map(({ part, before, after }) => {
      const figure = t(own(titles, metric) ?? metricTitle(metric));
      const values = { figure, before: write(before), after: write(after) };
      return kind === 'totals'
        ? t('{figure} {before} → {after}', values)
        : t('{name} {figure} {before} → {after}', { name: nameOf(part), ...values });
    });
  });
  const kept = lines.slice(0, cost === null ? mostLines : mostLines - 1);
  return cost === null ? kept : [...kept, cost];
}

function costLine(changes: readonly FigureChange[]): string | null {
  const cost = changes.find(({ kind, metric }) => kind === 'totals' && metric === 'monthlyCostUsd');
  if (cost === undefined || cost.before === null || cost.after === null) return null;
  const more = cost.after - cost.before;
  const amount = dollarsText(Math.abs(more));
  return more < 0 ? t('−{amount} a month', { amount }) : t('+{amount} a month', { amount });
}
