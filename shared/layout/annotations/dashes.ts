import type { Mark } from '../../model/schema';

/** The dashes of a line of that width, as SVG has them; undefined for a whole line. */
export const dashesOf = (mark: Pick<Mark, 'dashed'>, strokePx: number): string | undefined =>
  mark.dashed === true ? `${strokePx * 3} ${strokePx * 2.5}` : undefined;
