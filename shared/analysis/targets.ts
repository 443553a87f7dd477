import { meetsAvailability } from '../math/availability';
import type { FlowFigures, TargetFigures } from './analysis';

/** Metrics of which more is better; of all others less is. */
const floors: ReadonlySet<string> = new Set(['availability', 'headroom']);

/** A figure that is its target but for rounding meets it: sums and products of hundreds of inputs differ in the last digits. */
const sameWithin = 1e-9;

/**
 * Whether a figure meets its target: the one comparison of window, command line, reports and rules. Availabilities are compared by what
 * is missing to 1 (`meetsAvailability`), all others within 10⁻⁹ of the target.
 */
export function meetsTarget(metric: string, actual: number, target: number): boolean {
  if (metric === 'availability') return meetsAvailability(actual, target);
  return floors.has(metric) ? actual >= target * (1 - sameWithin) : actual <= target * (1 + sameWithin);
}

/** Whether a flow loses no request to saturation or refusals and can succeed at all: what an event must leave so. */
export const survives = ({
  servedShare,
  availability,
  saturated,
}: Pick<FlowFigures, 'servedShare' | 'availability' | 'saturated'>): boolean =>
  !saturated && servesAll(servedShare) && availability !== null && availability > 0;

/** A flow that loses requests to saturation or refusals is not available, whatever its components are. */
export const servesAll = (servedShare: number): boolean => servedShare >= 1 - 1e-12;

/** Targets of which those for availability are missed where not everything is served. */
export const missedUnlessServed = (
  targets: readonly TargetFigures[],
  isServed: boolean,
): readonly TargetFigures[] =>
  isServed ? targets : targets.map((of) => (of.metric === 'availability' ? { ...of, met: false } : of));

const noTargets: readonly TargetFigures[] = [];

/** Compares each target that is a number with its figure; a figure that does not exist misses. */
export function targetsOf(
  targets: Readonly<Record<string, unknown>>,
  actualOf: (metric: string) => number | null | undefined,
): readonly TargetFigures[] {
  const entries = Object.entries(targets);
  if (entries.length === 0) return noTargets;
  return entries.flatMap(([metric, target]) => {
    if (typeof target !== 'number') return [];
    const actual = actualOf(metric);
    if (actual === undefined) return [];
    const met = actual !== null && meetsTarget(metric, actual, target);
    return [{ metric, target, actual, met }];
  });
}
