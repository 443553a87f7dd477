import type { StationGrowth } from '../../../../shared/analysis/growth';
import { loadAfter } from '../../../../shared/analysis/load-after';

/** A station and the month of the year, 1 to 12, in which it passes something; 0 in the year 0, which is now. */
export interface GrownStation {
  readonly node: string;
  readonly month: number;
}

/** A year of growth: the load at its end, and what is outgrown in it. */
export interface GrowthYear {
  readonly year: number;
  readonly load: number;
  readonly planned: readonly GrownStation[];
  readonly saturated: readonly GrownStation[];
}

const leastYears = 3;

/** The years from now to the last in which a station is outgrown, three at least. */
export function growthYears(annualGrowth: number, stations: readonly StationGrowth[]): readonly GrowthYear[] {
  const months = stations.flatMap(({ plannedMonth, capacityMonth }) => [
    plannedMonth ?? 0,
    capacityMonth ?? 0,
  ]);
  const last = Math.max(leastYears, ...months.map(yearOfMonth));
  const within = (year: number, monthOf: (of: StationGrowth) => number | null): readonly GrownStation[] =>
    stations
      .flatMap((of) => {
        const month = monthOf(of);
        if (month === null || yearOfMonth(month) !== year) return [];
        return [{ node: of.node, month: month - 12 * Math.max(0, year - 1) }];
      })
      .sort((a, b) => a.month - b.month);
  return Array.from({ length: last + 1 }, (_, year) => ({
    year,
    load: loadAfter(annualGrowth, 12 * year),
    planned: within(year, ({ plannedMonth }) => plannedMonth),
    saturated: within(year, ({ capacityMonth }) => capacityMonth),
  }));
}

/** Months 1 to 12 are the first year. */
const yearOfMonth = (month: number): number => Math.ceil(month / 12);
