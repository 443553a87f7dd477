import type { Change } from './changes';
import { withFewMarks } from './combining-marks';
import { counts, geometry } from './limits';

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const coordinate = (value: number): number => clamp(value, -geometry.farthestPx, geometry.farthestPx);
const size = (value: number): number => clamp(value, geometry.smallestSizePx, geometry.largestSizePx);

/** Fields of places and boxes, by name: but for flows in `hitRates`, no other field of a change is called so. */
const clamps: ReadonlyMap<string, (value: number) => number> = new Map([
  ['x', coordinate],
  ['y', coordinate],
  ['width', size],
  ['height', size],
]);

/** Flows by name, and pictures: a picture that is cut off is none, and only one that fits is ever added. */
const leftAlone: ReadonlySet<string> = new Set(['hitRates', 'image']);

/**
 * The change with its coordinates and sizes, its texts and the bends of an edge within the limits of what is read again; the same
 * change where all of them are. How many parts there may be is checked where they are added.
 */
export function withinLimits(change: Change): Change {
  return limited(change, '') as Change;
}

function limited(value: unknown, field: string): unknown {
  if (typeof value === 'number') return clamps.get(field)?.(value) ?? value;
  if (typeof value === 'string') return withinText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = field === 'points' ? value.slice(0, counts.bends) : value;
    const items = list.map((item) => limited(item, field));
    return items.length === value.length && items.every((item, at) => item === value[at]) ? value : items;
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, inner, leftAlone.has(key) ? inner : limited(inner, key)] as const,
  );
  if (entries.every(([, before, after]) => before === after)) return value;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

/** The beginning of a text that is too long, without half of a character at its end; of marks in a row, the first ones. */
function withinText(text: string): string {
  const head =
    text.length <= counts.textCharacters
      ? text
      : text.slice(0, counts.textCharacters).replace(/[\ud800-\udbff]$/, '');
  return withFewMarks(head);
}
