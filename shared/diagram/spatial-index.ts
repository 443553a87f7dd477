import { overlaps } from '../layout/geometry';
import type { Box } from '../model/schema';
import { uncounted, type Work } from './work';

/**
 * Boxes in cells of grids, so that those near a place are found without looking at all of them. A question costs no more than
 * looking at all of them would, whatever their coordinates and sizes.
 */
export interface SpatialIndex<B extends Box = Box> {
  add(box: B): void;
  /** Whether any box shares some area with this one; touching edges do not count. */
  hits(box: Box): boolean;
  /** Whether any box that shares some area with it passes the test; each is tested once at most, in no order. */
  some(box: Box, test: (found: B) => boolean): boolean;
  /** Those that share some area with it, each once, in no order. */
  within(box: Box): readonly B[];
}

interface Entry<B extends Box> {
  readonly box: B;
  /** The number of the query that saw it last. */
  seen: number;
}

/** The boxes of about one size, in cells that suit it: none touches more than some forty. */
interface Grid<B extends Box> {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly entries: Entry<B>[];
  /** Cells by `nearKey`, and by column and row those that are further away. */
  readonly near: Map<number, Entry<B>[]>;
  readonly far: Map<number, Map<number, Entry<B>[]>>;
}

/** Cells in each direction that share one map of small keys, which is the quickest: drawings are seldom larger. */
const nearCells = 1 << 14;
const isNear = (first: number, count: number): boolean => first >= -nearCells && first + count <= nearCells;
const nearKey = (column: number, row: number): number =>
  (column + nearCells) * 2 * nearCells + (row + nearCells);

const entriesAt = <B extends Box>(
  { near, far }: Grid<B>,
  column: number,
  row: number,
): Entry<B>[] | undefined =>
  isNear(column, 1) && isNear(row, 1) ? near.get(nearKey(column, row)) : far.get(column)?.get(row);

function putAt<B extends Box>({ near, far }: Grid<B>, column: number, row: number, entry: Entry<B>): void {
  const isNearBy = isNear(column, 1) && isNear(row, 1);
  const rows = isNearBy ? near : ensured(far, column, () => new Map<number, Entry<B>[]>());
  const cell = ensured(rows, isNearBy ? nearKey(column, row) : row, (): Entry<B>[] => []);
  if (cell.at(-1) !== entry) cell.push(entry);
}

/** The cells of the next grid are so many times as long. */
const step = 4;
/** A box that may touch more cells than these belongs to a grid of longer ones; a line of a common length to the first. */
const mostTouched = 40;
/** Beyond so many steps a box is kept in a plain list. */
const mostSteps = 16;

/** Steps to the grid of a box, in each direction; `mostSteps` where there is none, as for a length that is not finite. */
function stepsFor(columns: number, rows: number): readonly [columnSteps: number, rowSteps: number] {
  let columnSteps = 0;
  let rowSteps = 0;
  let [width, height] = [columns, rows];
  while (!((width + 2) * (height + 2) <= mostTouched) && Math.max(columnSteps, rowSteps) < mostSteps) {
    if (height > width) {
      height /= step;
      rowSteps += 1;
    } else {
      width /= step;
      columnSteps += 1;
    }
  }
  return [columnSteps, rowSteps];
}

/**
 * How many cells a length touches, from the first to the last. Counted rather than compared: above 2⁵³, adding 1 changes nothing.
 */
const cellsOf = (start: number, length: number, cell: number): number =>
  Math.floor((start + length) / cell) - Math.floor(start / cell) + 1;

/** An empty index; a cell is about as large as what it is to hold, px. What it looks at is counted as `work`. */
export function spatialIndex<B extends Box = Box>(
  cellWidth: number,
  cellHeight: number,
  work: Work = uncounted(),
): SpatialIndex<B> {
  const gridOf = new Map<number, Grid<B>>();
  const grids: Grid<B>[] = [];
  const oversize: Entry<B>[] = [];
  let query = 0;

  const gridFor = (columnSteps: number, rowSteps: number): Grid<B> => {
    const key = columnSteps * (mostSteps + 1) + rowSteps;
    const known = gridOf.get(key);
    if (known !== undefined) return known;
    const grid: Grid<B> = {
      cellWidth: cellWidth * step ** columnSteps,
      cellHeight: cellHeight * step ** rowSteps,
      entries: [],
      near: new Map(),
      far: new Map(),
    };
    gridOf.set(key, grid);
    grids.push(grid);
    return grid;
  };

  const someOf = (entries: readonly Entry<B>[], box: Box, test: (found: B) => boolean): boolean => {
    work.done += entries.length;
    for (const entry of entries) {
      if (entry.seen === query) continue;
      entry.seen = query;
      if (overlaps(entry.box, box) && test(entry.box)) return true;
    }
    return false;
  };

  const someInGrid = (grid: Grid<B>, box: Box, test: (found: B) => boolean): boolean => {
    const firstColumn = Math.floor(box.x / grid.cellWidth);
    const firstRow = Math.floor(box.y / grid.cellHeight);
    const columns = cellsOf(box.x, box.width, grid.cellWidth);
    const rows = cellsOf(box.y, box.height, grid.cellHeight);
    const cellCount = columns * rows;
    // More cells than boxes, or no number of cells: the boxes themselves are looked through.
    if (!(cellCount <= grid.entries.length)) return someOf(grid.entries, box, test);
    work.done += cellCount;
    const areNear = isNear(firstColumn, columns) && isNear(firstRow, rows);
    for (let i = 0; i < columns; i += 1) {
      const column = firstColumn + i;
      for (let j = 0; j < rows; j += 1) {
        const row = firstRow + j;
        const entries = areNear ? grid.near.get(nearKey(column, row)) : entriesAt(grid, column, row);
        if (entries !== undefined && someOf(entries, box, test)) return true;
      }
    }
    return false;
  };

  const some = (box: Box, test: (found: B) => boolean): boolean => {
    query += 1;
    if (oversize.length > 0 && someOf(oversize, box, test)) return true;
    for (const grid of grids) if (someInGrid(grid, box, test)) return true;
    return false;
  };

  const add = (box: B): void => {
    const entry = { box, seen: 0 };
    const [columnSteps, rowSteps] = stepsFor(box.width / cellWidth, box.height / cellHeight);
    const isBounded = Number.isFinite(box.x + box.width) && Number.isFinite(box.y + box.height);
    if (columnSteps === mostSteps || rowSteps === mostSteps || !isBounded) {
      oversize.push(entry);
      return;
    }
    const grid = gridFor(columnSteps, rowSteps);
    grid.entries.push(entry);
    const firstColumn = Math.floor(box.x / grid.cellWidth);
    const firstRow = Math.floor(box.y / grid.cellHeight);
    const columns = cellsOf(box.x, box.width, grid.cellWidth);
    const rows = cellsOf(box.y, box.height, grid.cellHeight);
    for (let i = 0; i < columns; i += 1)
      for (let j = 0; j < rows; j += 1) putAt(grid, firstColumn + i, firstRow + j, entry);
  };

  return {
    add,
    some,
    hits: (box) => some(box, anyBox),
    within(box) {
      const found: B[] = [];
      some(box, (one) => {
        found.push(one);
        return false;
      });
      return found;
    },
  };
}

const anyBox = (): boolean => true;

/** What a map has under a key, made where it has nothing. */
export function ensured<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
