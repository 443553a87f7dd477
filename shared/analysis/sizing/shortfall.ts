import type { ResolvedDesign } from '../../catalog/resolved';
import type { Analysis, TargetFigures } from '../analysis';
import { overPlanned, sizedUtilization } from './planned';

/** A target that is missed, or a station that cannot carry its load: how far off, 0 being met, in logarithms. */
export interface Shortfall {
  /** Id of a flow, node or layer; `totals` for the whole design. */
  readonly part: string;
  readonly metric: string;
  readonly target: number;
  readonly actual: number | null;
  readonly distance: number;
}

/** What a figure that does not exist counts for: more than any that does. */
const absent = 5;

/** Targets that no number of servers bears on. */
const notSized: ReadonlySet<string> = new Set(['monthlyCostUsd', 'rpoSeconds', 'rtoSeconds']);

/** Whether a figure is a percentile of a time. */
export const isPercentile = (metric: string): boolean => /^p\d|P99/.test(metric);

/** Something that has targets, and how they are met. */
export interface TargetedPart {
  readonly id: string;
  readonly targets: readonly TargetFigures[];
}

/** All that may have targets: flows, nodes, layers, and the whole design as `totals`. */
export const targetedParts = ({ flows, nodes, layers, totals }: Analysis): readonly TargetedPart[] => [
  ...flows,
  ...nodes,
  ...layers,
  { id: 'totals', targets: totals.targets },
];

/** All that keeps a design from meeting its targets, and its stations from their planned limits. */
export function shortfallsOf(analysis: Analysis, design: ResolvedDesign): readonly Shortfall[] {
  const missed = targetedParts(analysis).flatMap(({ id, targets }) =>
    targets
      .filter((target) => !target.met)
      .map(({ metric, target, actual }) => ({
        part: id,
        metric,
        target,
        actual,
        distance: notSized.has(metric) ? 0 : distanceOf(metric, target, actual),
      })),
  );
  const overloaded = analysis.nodes.flatMap((figures, i) => {
    const { id, utilization, offeredRps, capacityRps, saturated } = figures;
    const node = design.nodes[i];
    if (!saturated && !isOver(offeredRps, capacityRps)) return [];
    const sizedFor = node === undefined ? null : sizedUtilization(design, analysis, node, figures);
    if (sizedFor !== null && sizedFor < 1 && sizedFor !== utilization) return [];
    const use =
      capacityRps !== null && capacityRps > 0 ? (offeredRps ?? 0) / capacityRps : (utilization ?? 1);
    return [
      {
        part: id,
        metric: 'utilization',
        target: 1,
        actual: utilization,
        distance: absent + Math.log(Math.max(1, use)),
      },
    ];
  });
  const named = new Set([...missed, ...overloaded].map(shortfallKey));
  const isOverloaded = new Set(overloaded.map(({ part }) => part));
  const planned = overPlanned(design, analysis)
    .filter(({ part, metric }) => !isOverloaded.has(part) && !named.has(shortfallKey({ part, metric })))
    .map((over) => ({ ...over, distance: logRatio(over.actual, over.target) }));
  return [...missed, ...overloaded, ...planned];
}

const isOver = (offeredRps: number | null, capacityRps: number | null): boolean =>
  capacityRps !== null && offeredRps !== null && offeredRps > capacityRps;

function distanceOf(metric: string, target: number, actual: number | null): number {
  if (actual === null) return absent;
  if (metric === 'availability') return Math.max(1e-6, logRatio(1 - actual, 1 - target));
  if (metric === 'headroom') return logRatio(target, actual);
  return logRatio(actual, target);
}

const logRatio = (a: number, b: number): number =>
  Math.min(absent, Math.log(Math.max(a, 1e-12) / Math.max(b, 1e-12)));

export const shortfallKey = ({ part, metric }: Pick<Shortfall, 'part' | 'metric'>): string =>
  `${part} ${metric}`;

/** How far a design is off all of its targets together. */
export const totalDistance = (shortfalls: readonly Shortfall[]): number =>
  shortfalls.reduce((sum, { distance }) => sum + distance, 0);
