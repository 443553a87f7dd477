import type { Box } from '../model/schema';
import { overlaps } from './geometry';

/** Finds what lies near a place without looking at all else. */
export interface BoxIndex {
  /** Calls `found` for each box that meets the area; an id of several boxes can come several times. */
  readonly forEachIn: (area: Box, found: (id: string) => void) => void;
}

interface Entry {
  readonly id: string;
  readonly box: Box;
}

interface Level {
  readonly cellPx: number;
  readonly cells: Map<string, Entry[]>;
}

/** Side of the smallest cells, canvas px: some cards lie in one. */
const leastCellPx = 512;
/** How much larger the cells of the next level are. */
const growth = 4;

/**
 * An index of boxes by grids of ever larger cells. A box is in the grid whose cells are at least as large as it, so in four
 * cells at most, however long it is.
 */
export function boxIndex(boxes: Iterable<readonly [string, Box]>): BoxIndex {
  const levels = new Map<number, Level>();
  for (const [id, box] of boxes) {
    const cellPx = cellPxFor(Math.max(box.width, box.height));
    let level = levels.get(cellPx);
    if (level === undefined) {
      level = { cellPx, cells: new Map() };
      levels.set(cellPx, level);
    }
    const { cells } = level;
    forEachCell(box, cellPx, (key) => {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [{ id, box }]);
      else cell.push({ id, box });
    });
  }
  return {
    forEachIn(area, found) {
      for (const level of levels.values())
        forEachCellIn(level, area, (entries) => {
          for (const { id, box } of entries) if (overlaps(box, area)) found(id);
        });
    },
  };
}

function cellPxFor(sizePx: number): number {
  let cellPx = leastCellPx;
  while (cellPx < sizePx) cellPx *= growth;
  return cellPx;
}

function forEachCell({ x, y, width, height }: Box, cellPx: number, visit: (key: string) => void): void {
  const [right, bottom] = [Math.floor((x + width) / cellPx), Math.floor((y + height) / cellPx)];
  for (let column = Math.floor(x / cellPx); column <= right; column++)
    for (let row = Math.floor(y / cellPx); row <= bottom; row++) visit(`${column} ${row}`);
}

/** The cells that an area meets: looked up one by one, or all of them gone through where the area has more than there are. */
function forEachCellIn(
  { cellPx, cells }: Level,
  area: Box,
  visit: (entries: readonly Entry[]) => void,
): void {
  if ((area.width / cellPx + 2) * (area.height / cellPx + 2) > cells.size) {
    for (const entries of cells.values()) visit(entries);
    return;
  }
  forEachCell(area, cellPx, (key) => {
    const entries = cells.get(key);
    if (entries !== undefined) visit(entries);
  });
}
