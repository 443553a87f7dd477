import { type BoxIndex, boxIndex } from '../../../shared/layout/box-index';
import type { Box } from '../../../shared/model/schema';
import { overlaps } from '../part-boxes';
import { overlayOf } from './overlaid-map';

/** So many items beside the index are looked at one by one; with more it is made anew. */
const mostBeside = 400;

/** Gives the ids of what meets an area, of the items that it is given. */
export type NearFinder<T> = (items: ReadonlyMap<string, T>, area: Box) => ReadonlySet<string>;

/**
 * Finds items near an area by an index that is kept while few items change: an edit changes few of many, and those are looked
 * at beside the index. `isSame` says whether an item is where it was.
 */
export function nearFinder<T>(
  boxesOf: (item: T) => Iterable<Box>,
  isSame: (a: T, b: T) => boolean,
): NearFinder<T> {
  let indexed: ReadonlyMap<string, T> = new Map();
  let index: BoxIndex = boxIndex([]);
  let last: ReadonlyMap<string, T> = indexed;
  let beside: ReadonlySet<string> = new Set();
  let besideOfOverlay: ReadonlyMap<string, T> | null = null;
  const isBeside = (id: string): boolean => beside.has(id) || besideOfOverlay?.has(id) === true;

  const take = (items: ReadonlyMap<string, T>): void => {
    const overlay = overlayOf(items);
    if (overlay !== undefined && overlay.over.size <= mostBeside) {
      take(overlay.base);
      besideOfOverlay = overlay.over;
      return;
    }
    besideOfOverlay = null;
    if (items === last) return;
    last = items;
    const changed = changedIn(items, indexed, isSame);
    if (changed === null) {
      indexed = items;
      index = boxIndex(allBoxes(items, boxesOf));
      beside = new Set();
    } else beside = changed;
  };

  return (items, area) => {
    take(items);
    const near = new Set<string>();
    index.forEachIn(area, (id) => {
      if (!isBeside(id) && items.has(id)) near.add(id);
    });
    for (const id of [...beside, ...(besideOfOverlay?.keys() ?? [])]) {
      const item = items.get(id);
      if (item === undefined) continue;
      for (const box of boxesOf(item)) if (overlaps(box, area)) near.add(id);
    }
    return near;
  };
}

function* allBoxes<T>(
  items: ReadonlyMap<string, T>,
  boxesOf: (item: T) => Iterable<Box>,
): Iterable<readonly [string, Box]> {
  for (const [id, item] of items) for (const box of boxesOf(item)) yield [id, box];
}

/** The items that are not in the index as they are; null where they are many. */
function changedIn<T>(
  items: ReadonlyMap<string, T>,
  indexed: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
): ReadonlySet<string> | null {
  const changed = new Set<string>();
  for (const [id, item] of items) {
    const before = indexed.get(id);
    if (before !== undefined && (before === item || isSame(before, item))) continue;
    changed.add(id);
    if (changed.size > mostBeside) return null;
  }
  return changed;
}
