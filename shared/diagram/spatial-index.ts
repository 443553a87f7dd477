import { overlaps } from '../layout/geometry';
import type { Box } from '../model/schema';

/** Boxes in cells of a grid, so that those near a place are found without looking at all of them. */
export interface SpatialIndex {
  add(box: Box): void;
  /** Whether any box shares some area with this one; touching edges do not count. */
  hits(box: Box): boolean;
  /** Whether any box that shares some area with it passes the test; each is asked once at most. */
  some(box: Box, test: (found: Box) => boolean): boolean;
  /** Those that share some area with it, each once. */
  within(box: Box): readonly Box[];
}

interface Entry {
  readonly box: Box;
  /** The number of the query that saw it last. */
  seen: number;
}

/** Beyond so many cells, a box is kept in (or looked up through) the plain list instead: coordinates have no limit. */
const mostCells = 4000;

/** One small integer for a cell; cells that share it are told apart by the boxes themselves. */
const keyOf = (column: number, row: number) => ((column & 0x7fff) << 15) | (row & 0x7fff);

/** An empty index; a cell is about as large as what it is to hold, px. */
export function spatialIndex(cellWidth: number, cellHeight: number): SpatialIndex {
  const all: Entry[] = [];
  const vast: Entry[] = [];
  const cells = new Map<number, Entry[]>();
  let query = 0;

  const isVast = (box: Box) => !((box.width / cellWidth + 2) * (box.height / cellHeight + 2) <= mostCells);

  const someOf = (entries: readonly Entry[], box: Box, test: (found: Box) => boolean): boolean => {
    for (const entry of entries) {
      if (entry.seen === query) continue;
      entry.seen = query;
      if (overlaps(entry.box, box) && test(entry.box)) return true;
    }
    return false;
  };

  const some = (box: Box, test: (found: Box) => boolean): boolean => {
    query += 1;
    if (isVast(box)) return someOf(all, box, test);
    if (vast.length > 0 && someOf(vast, box, test)) return true;
    const lastColumn = Math.floor((box.x + box.width) / cellWidth);
    const lastRow = Math.floor((box.y + box.height) / cellHeight);
    for (let column = Math.floor(box.x / cellWidth); column <= lastColumn; column += 1) {
      for (let row = Math.floor(box.y / cellHeight); row <= lastRow; row += 1) {
        const entries = cells.get(keyOf(column, row));
        if (entries !== undefined && someOf(entries, box, test)) return true;
      }
    }
    return false;
  };

  const add = (box: Box): void => {
    const entry = { box, seen: 0 };
    all.push(entry);
    if (isVast(box)) {
      vast.push(entry);
      return;
    }
    const lastColumn = Math.floor((box.x + box.width) / cellWidth);
    const lastRow = Math.floor((box.y + box.height) / cellHeight);
    for (let column = Math.floor(box.x / cellWidth); column <= lastColumn; column += 1) {
      for (let row = Math.floor(box.y / cellHeight); row <= lastRow; row += 1) {
        const key = keyOf(column, row);
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [entry]);
        else cell.push(entry);
      }
    }
  };

  return {
    add,
    some,
    hits: (box) => some(box, () => true),
    within(box) {
      const found: Box[] = [];
      some(box, (one) => {
        found.push(one);
        return false;
      });
      return found;
    },
  };
}
