/** As far as the growth table goes. */
const mostYears = 10;
/** A load that a person typed is that of a year where it differs by rounding alone. */
const sameWithin = 1e-6;

const yearsTo = (load: number, annualGrowth: number): number => Math.log(load) / Math.log(1 + annualGrowth);

const wholeYear = (years: number): number | null =>
  Math.abs(years - Math.round(years)) < sameWithin ? Math.round(years) : null;

/** The year of growth whose load it is; null where it is between two, or before now. */
export function yearOfLoad(load: number, annualGrowth: number): number | null {
  const year = wholeYear(yearsTo(load, annualGrowth));
  return year === null || year < 0 ? null : year + 0;
}

/** The first year after a load. */
export function nextYear(load: number, annualGrowth: number): number {
  const years = yearsTo(load, annualGrowth);
  return Math.max(0, Math.floor(wholeYear(years) ?? years) + 1);
}

/** The last year before a load; less than 0 where there is none. */
export function previousYear(load: number, annualGrowth: number): number {
  const years = yearsTo(load, annualGrowth);
  return Math.ceil(wholeYear(years) ?? years) - 1;
}

/** The last year whose load the slider reaches. */
export const lastYear = (annualGrowth: number, maxLoad: number): number =>
  Math.min(mostYears, Math.floor(yearsTo(maxLoad, annualGrowth) + sameWithin));
