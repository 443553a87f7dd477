import { overlaps } from '../layout/geometry';
import type { Box } from '../model/schema';
import { uncounted, type Work } from './work';

/**
 * Boxes in cells of grids, so that those near a place are found without looking at all of them. A question costs no more than
 * looking at all of them would, whatever their coordinates and sizes.
 */
export interface SpatialIndex {
  add(box: Box): void;
  /** Whether any box shares some area with this one; touching edges do not count. */
  hits(box: Box): boolean;
  /** Whether any box that shares some area with it passes the test; each is asked once at most, in no order. */
  some(box: Box, test: (found: Box) => boolean): boolean;
  /** Those that share some area with it, each once, in no order. */
  within(box: Box): readonly Box[];
}

interface Entry {
  readonly box: Box;
  /** The number of the query that saw it last. */
  seen: number;
}

/** The boxes of about one size, in cells of about that size: none covers more than a few. */
interface Grid {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly entries: Entry[];
  readonly columns: Map<number, Map<number, Entry[]>>;
}

/** A box as long as so many cells belongs to the next grid, whose cells are so many times as long. */
const step = 4;
/** Beyond so many steps a box is kept in a plain list. */
const mostSteps = 16;

/** Steps to cells that a length covers few of; `mostSteps` where there are none, as for a length that is not finite. */
function stepsFor(length: number, cell: number): number {
  let steps = 0;
  for (let reach = step * cell; steps < mostSteps && !(length <= reach); reach *= step) steps += 1;
  return steps;
}

/** Cells from the first to the last that a length touches. Counted rather than compared: above 2⁵³, adding 1 changes nothing. */
function cellsOf(start: number, length: number, cell: number): readonly [first: number, count: number] {
  const first = Math.floor(start / cell);
  return [first, Math.floor((start + length) / cell) - first + 1];
}

/** An empty index; a cell is about as large as what it is to hold, px. What it looks at is counted as `work`. */
export function spatialIndex(cellWidth: number, cellHeight: number, work: Work = uncounted()): SpatialIndex {
  const grids = new Map<number, Grid>();
  const oversize: Entry[] = [];
  let query = 0;

  const gridFor = (columnSteps: number, rowSteps: number): Grid => {
    const key = columnSteps * (mostSteps + 1) + rowSteps;
    const known = grids.get(key);
    if (known !== undefined) return known;
    const grid: Grid = {
      cellWidth: cellWidth * step ** columnSteps,
      cellHeight: cellHeight * step ** rowSteps,
      entries: [],
      columns: new Map(),
    };
    grids.set(key, grid);
    return grid;
  };

  const someOf = (entries: readonly Entry[], box: Box, test: (found: Box) => boolean): boolean => {
    work.done += entries.length;
    for (const entry of entries) {
      if (entry.seen === query) continue;
      entry.seen = query;
      if (overlaps(entry.box, box) && test(entry.box)) return true;
    }
    return false;
  };

  const someInGrid = (grid: Grid, box: Box, test: (found: Box) => boolean): boolean => {
    const [firstColumn, columnCount] = cellsOf(box.x, box.width, grid.cellWidth);
    const [firstRow, rowCount] = cellsOf(box.y, box.height, grid.cellHeight);
    const cellCount = columnCount * rowCount;
    // More cells than boxes, or no number of cells: the boxes themselves are looked through.
    if (!(cellCount <= grid.entries.length)) return someOf(grid.entries, box, test);
    work.done += cellCount;
    for (let column = 0; column < columnCount; column += 1) {
      const rows = grid.columns.get(firstColumn + column);
      if (rows === undefined) continue;
      for (let row = 0; row < rowCount; row += 1) {
        const entries = rows.get(firstRow + row);
        if (entries !== undefined && someOf(entries, box, test)) return true;
      }
    }
    return false;
  };

  const some = (box: Box, test: (found: Box) => boolean): boolean => {
    query += 1;
    if (oversize.length > 0 && someOf(oversize, box, test)) return true;
    for (const grid of grids.values()) if (someInGrid(grid, box, test)) return true;
    return false;
  };

  const add = (box: Box): void => {
    const entry = { box, seen: 0 };
    const columnSteps = stepsFor(box.width, cellWidth);
    const rowSteps = stepsFor(box.height, cellHeight);
    const isBounded = Number.isFinite(box.x + box.width) && Number.isFinite(box.y + box.height);
    if (columnSteps === mostSteps || rowSteps === mostSteps || !isBounded) {
      oversize.push(entry);
      return;
    }
    const grid = gridFor(columnSteps, rowSteps);
    grid.entries.push(entry);
    const [firstColumn, columnCount] = cellsOf(box.x, box.width, grid.cellWidth);
    const [firstRow, rowCount] = cellsOf(box.y, box.height, grid.cellHeight);
    for (let column = 0; column < columnCount; column += 1) {
      const rows = ensured(grid.columns, firstColumn + column, () => new Map<number, Entry[]>());
      for (let row = 0; row < rowCount; row += 1) {
        const cell = ensured(rows, firstRow + row, (): Entry[] => []);
        if (cell.at(-1) !== entry) cell.push(entry);
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

function ensured<T>(map: Map<number, T>, key: number, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
