import { card, columnPitch, gridPx, overlaps, rowPitch } from '../layout/geometry';
import type { Box, Point } from '../model/schema';

/** A part that moves as one, with all that is in it. */
export interface Block {
  readonly id: string;
  readonly box: Box;
}

/** px that two parts keep between them; those that are nearer stay as near as they are. */
const gapX = columnPitch - card.width;
const gapY = rowPitch - card.height;

interface Axis {
  readonly at: 'x' | 'y';
  readonly size: 'width' | 'height';
  readonly across: 'x' | 'y';
  readonly breadth: 'width' | 'height';
  readonly gap: number;
}

const horizontal: Axis = { at: 'x', size: 'width', across: 'y', breadth: 'height', gap: gapX };
const vertical: Axis = { at: 'y', size: 'height', across: 'x', breadth: 'width', gap: gapY };

/** Where a block that is done ends, before and after, and what it takes across. */
interface Done {
  readonly end: number;
  readonly newEnd: number;
  readonly low: number;
  readonly high: number;
}

/** px of a band across, and how many of them what is kept by its bands takes at most. */
const bandPx = 128;
const mostBands = 64;

/** What is done, found by what it takes across: a block is held against what is level with it, not against all. */
function bandsOf(first: Done): {
  readonly add: (done: Done) => void;
  readonly near: (low: number, high: number) => Iterable<Done>;
} {
  const all: Done[] = [];
  const broad: Done[] = [];
  const byBand = new Map<number, Done[]>();
  const bandOf = (at: number): number => Math.floor(at / bandPx);
  const isBroad = (low: number, high: number): boolean => !(bandOf(high) - bandOf(low) < mostBands);
  const add = (done: Done): void => {
    all.push(done);
    if (isBroad(done.low, done.high)) broad.push(done);
    else
      for (let band = bandOf(done.low); band <= bandOf(done.high); band++) {
        const known = byBand.get(band) ?? [];
        known.push(done);
        byBand.set(band, known);
      }
  };
  const near = (low: number, high: number): Iterable<Done> => {
    if (isBroad(low, high)) return all;
    const found = [...broad];
    for (let band = bandOf(low); band <= bandOf(high); band++) found.push(...(byBand.get(band) ?? []));
    return found;
  };
  add(first);
  return { add, near };
}

/** How far each block behind `before` moves along one axis once that is only as large as `after`. */
function closedAlong(axis: Axis, before: Box, after: Box, blocks: readonly Block[]): readonly Block[] {
  const { at, size, across, breadth, gap } = axis;
  const behind = before[at] + before[size];
  const most = behind - after[at] - after[size];
  if (most < gridPx) return blocks;
  const doneOf = (from: Box, newEnd: number): Done => ({
    end: from[at] + from[size],
    newEnd,
    low: from[across],
    high: from[across] + from[breadth],
  });
  // In their order along the axis: none of these moves is undone by a later one.
  const first = doneOf(before, after[at] + after[size]);
  const done = bandsOf(first);
  const next = new Map<string, Box>();
  for (const { id, box } of blocks.toSorted((a, b) => a.box[at] - b.box[at] || (a.id < b.id ? -1 : 1))) {
    const [start, low, high] = [box[at], box[across], box[across] + box[breadth]];
    let by = start >= behind ? most : 0;
    if (by > 0)
      for (const other of done.near(low, high)) {
        const free = start - other.end;
        if (free < 0 || other.low >= high || low >= other.high) continue;
        // Lines that ended inside end at the card now, and need the room of any other card's.
        const room = start - other.newEnd - (free < gap && other !== first ? free : gap);
        if (room < by) by = room;
        if (by < gridPx) break;
      }
    by = Math.max(0, Math.floor(by / gridPx) * gridPx);
    if (by > 0) next.set(id, { ...box, [at]: start - by });
    done.add(doneOf(box, start + box[size] - by));
  }
  return blocks.map((block) => ({ ...block, box: next.get(block.id) ?? block.box }));
}

/**
 * Closes the space that a box leaves when it becomes smaller at its upper left: what stands beyond its right side moves to the left, and what
 * is below it moves up, as far as nothing is in the way. What did not overlap does not overlap after it.
 */
export function closeGap(before: Box, after: Box, blocks: readonly Block[]): ReadonlyMap<string, Point> {
  const wide = closedAlong(horizontal, before, { ...before, width: after.width }, blocks);
  const low = { ...before, width: after.width };
  const closed = closedAlong(vertical, low, after, wide);
  const shifts = new Map<string, Point>();
  for (const [at, { id, box }] of blocks.entries()) {
    const to = closed[at]?.box ?? box;
    if (to !== box) shifts.set(id, { x: to.x - box.x, y: to.y - box.y });
  }
  return shifts;
}

/** Moves blocks to the right, out of a box that has come to lie over them; those that they would then lie over move too. */
export function makeRoom(box: Box, blocks: readonly Block[]): ReadonlyMap<string, Point> {
  const shifts = new Map<string, Point>();
  const taken: Box[] = [box];
  const order = blocks.toSorted((a, b) => a.box.x - b.box.x || (a.id < b.id ? -1 : 1));
  for (const block of order) {
    let at = block.box;
    for (let again = true; again; ) {
      const over = taken.find((other) => overlaps(at, other));
      again = over !== undefined;
      if (over !== undefined) {
        const by = Math.ceil((over.x + over.width + gapX - at.x) / gridPx) * gridPx;
        at = { ...at, x: at.x + by };
      }
    }
    if (at === block.box) continue;
    shifts.set(block.id, { x: at.x - block.box.x, y: 0 });
    taken.push(at);
  }
  return shifts;
}
