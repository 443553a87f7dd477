import type { TargetFigures } from './analysis';

/** Metrics of which more is better; of all others less is. */
const floors: ReadonlySet<string> = new Set(['availability', 'headroom']);

/** Compares each target that is a number with its figure; a figure that does not exist misses. */
export function targetsOf(
  targets: Readonly<Record<string, unknown>>,
  actualOf: (metric: string) => number | null | undefined,
): readonly TargetFigures[] {
  return Object.entries(targets).flatMap(([metric, target]) => {
    if (typeof target !== 'number') return [];
    const actual = actualOf(metric);
    if (actual === undefined) return [];
    const met = actual !== null && (floors.has(metric) ? actual >= target : actual <= target);
    return [{ metric, target, actual, met }];
  });
}
