import type { NodeFigures } from '../analysis/analysis';
import { formatMs, noFigure } from '../math/format';
import { inLanguage } from '../math/format-message';
import type { Language } from '../math/language';
import type { OverlayCard } from './overlay-ids';

/** p99 with all that it calls and waits for, of a collapsed group the longest; the mean while percentiles are not there. */
export function latencyFigure(
  figures: readonly NodeFigures[],
  language: Language,
): Pick<OverlayCard, 'figure' | 'unit' | 'of'> | null {
  const longest = (...metrics: readonly NodeTime[]): NamedTime | null => {
    const known = figures.flatMap((node): readonly NamedTime[] => {
      const metric = metrics.find((name) => node[name] !== null);
      const ms = metric === undefined ? null : node[metric];
      return metric === undefined || ms === null ? [] : [{ id: node.id, ms, metric }];
    });
    return isSome(known) ? longestOf(known) : null;
  };
  const shown = ({ id, ms, metric }: NamedTime, unit: string) => ({
    figure: formatMs(ms, language.numbers),
    unit,
    of: { part: id, metric },
  });
  if (figures.some(({ saturated }) => saturated))
    return { figure: noFigure, unit: inLanguage(language, 'p99 with calls') };
  const own = longest('p99Ms');
  const withCalls = longest('withCallsP99Ms');
  if (withCalls !== null && withCalls.ms !== own?.ms)
    return shown(withCalls, inLanguage(language, 'p99 with calls'));
  if (own !== null) return shown(own, inLanguage(language, 'p99'));
  const mean = longest('withCallsMeanMs', 'meanMs');
  return mean === null ? null : shown(mean, inLanguage(language, 'mean with calls'));
}

type NodeTime = 'p99Ms' | 'withCallsP99Ms' | 'withCallsMeanMs' | 'meanMs';

interface NamedTime {
  readonly id: string;
  readonly ms: number;
  readonly metric: NodeTime;
}

type Some<T> = readonly [T, ...(readonly T[])];

/** Whether there is anything in a list. */
export const isSome = <T>(list: readonly T[]): list is Some<T> => list.length > 0;

/** The first of those that take longest. */
export const longestOf = <T extends { readonly ms: number }>([first, ...others]: Some<T>): T =>
  others.reduce<T>((most, one) => (one.ms > most.ms ? one : most), first);
