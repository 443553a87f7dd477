import type { Box } from '../model/schema';
import { overlaps } from './geometry';
import type { GuideLine, Guides } from './guides';
import { type Gaps, gapsBeside } from './span-gaps';
import { lowerBound, type SpanIndex, spanIndex } from './span-index';
import { type Axis, crossAxis, endOf, middleAlong, startOf } from './spans';

/** What a moved box is aligned to. */
export interface SnapTargets {
  /** Every box whose sides and centres count. */
  readonly boxes: readonly Box[];
  /** Those between which gaps are counted, by their spans across each axis: cards among cards, groups among groups. */
  readonly rows: Readonly<Record<Axis, SpanIndex>>;
  readonly lines: Readonly<Record<Axis, SortedLines>>;
}

/** The sides and centres of all boxes along one axis, sorted, each with the index of its box. */
interface SortedLines {
  readonly at: Float64Array;
  readonly box: Int32Array;
}

/** How far a box may be moved to be aligned, canvas px, and where what it is aligned to has to lie. */
export interface SnapReach {
  readonly reach: number;
  readonly within: Box;
}

/** How far to move along each axis; null where there is nothing near enough. */
export type SnapOffset = Readonly<Record<Axis, number | null>>;

const linesOf = (box: Box, axis: Axis): readonly number[] => [
  startOf(box, axis),
  middleAlong(box, axis),
  endOf(box, axis),
];

function sortedLines(boxes: readonly Box[], axis: Axis): SortedLines {
  const values = Float64Array.from(boxes.flatMap((box) => linesOf(box, axis)));
  const order = Int32Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  return {
    at: Float64Array.from(order, (index) => values[index] ?? 0),
    // Each box has three lines.
    box: order.map((index) => Math.floor(index / 3)),
  };
}

/** Prepares what stays while one thing is dragged; `peers` are all boxes where it is left out. */
export const snapTargets = (boxes: readonly Box[], peers: readonly Box[] = boxes): SnapTargets => ({
  boxes,
  rows: { x: spanIndex(peers, 'y'), y: spanIndex(peers, 'x') },
  lines: { x: sortedLines(boxes, 'x'), y: sortedLines(boxes, 'y') },
});

/** The boxes with a line this near to a value that can be seen, with the way there. */
function* linesNear(
  { lines, boxes }: SnapTargets,
  axis: Axis,
  value: number,
  { reach, within }: SnapReach,
): Generator<{ readonly by: number; readonly box: Box }> {
  const { at, box } = lines[axis];
  for (let index = lowerBound(at, value - reach); index < at.length; index += 1) {
    const by = (at[index] ?? 0) - value;
    if (by > reach) return;
    const found = boxes[box[index] ?? -1];
    if (found !== undefined && overlaps(found, within)) yield { by, box: found };
  }
}

const nearer = (best: number | null, by: number, reach: number): number | null =>
  Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best)) ? by : best;

/** The lines of a box that may be aligned: all of one that moves, the sides that are held of one that is resized. */
type Held = 'all' | 'start' | 'end';

const heldLines = (box: Box, axis: Axis, held: Held): readonly number[] => {
  if (held === 'all') return linesOf(box, axis);
  return [held === 'start' ? startOf(box, axis) : endOf(box, axis)];
};

function nearestGap(gaps: Gaps, box: Box, axis: Axis, held: Held, reach: number): number | null {
  let best: number | null = null;
  if (held !== 'end') for (const at of gaps.starts) best = nearer(best, at - startOf(box, axis), reach);
  if (held !== 'start') for (const at of gaps.ends) best = nearer(best, at - endOf(box, axis), reach);
  if (held === 'all' && gaps.centre !== null)
    best = nearer(best, gaps.centre - middleAlong(box, axis), reach);
  return best;
}

function offsetAlong(
  targets: SnapTargets,
  box: Box,
  axis: Axis,
  held: Held,
  reach: SnapReach,
): number | null {
  let best: number | null = null;
  for (const value of heldLines(box, axis, held))
    for (const { by } of linesNear(targets, axis, value, reach)) best = nearer(best, by, reach.reach);
  const gap = nearestGap(
    gapsBeside(targets.rows[axis], box, axis, reach.within),
    box,
    axis,
    held,
    reach.reach,
  );
  return gap === null ? best : nearer(best, gap, reach.reach);
}

/**
 * How far a box has to move so that a side or its centre is in line with that of another, or it is as far from its
 * neighbours as they from theirs; for each axis the nearest of these.
 */
export function snapMove(targets: SnapTargets, box: Box, reach: SnapReach): SnapOffset {
  return {
    x: offsetAlong(targets, box, 'x', 'all', reach),
    y: offsetAlong(targets, box, 'y', 'all', reach),
  };
}

/** The same for the sides by which a box is resized; an axis of which none is held is left alone. */
export function snapSides(
  targets: SnapTargets,
  box: Box,
  held: { readonly x?: 'start' | 'end'; readonly y?: 'start' | 'end' },
  reach: SnapReach,
): SnapOffset {
  const along = (axis: Axis): number | null => {
    const side = held[axis];
    return side === undefined ? null : offsetAlong(targets, box, axis, side, reach);
  };
  return { x: along('x'), y: along('y') };
}

/** What differs by less is the same place, px: positions are whole pixels, centres can lie halfway. */
const samePx = 0.6;

function guideLines(targets: SnapTargets, box: Box, axis: Axis, within: Box): readonly GuideLine[] {
  const cross = crossAxis(axis);
  return linesOf(box, axis).flatMap((at) => {
    let [from, to] = [startOf(box, cross), endOf(box, cross)];
    let count = 0;
    for (const { box: other } of linesNear(targets, axis, at, { reach: samePx, within })) {
      from = Math.min(from, startOf(other, cross));
      to = Math.max(to, endOf(other, cross));
      count += 1;
    }
    return count === 0 ? [] : [{ axis, at, from, to }];
  });
}

/** The guides of a box where it stands: lines through what it is aligned with, and the gaps that are equal. */
export function guidesOf(targets: SnapTargets, box: Box, within: Box): Guides {
  return {
    lines: [...guideLines(targets, box, 'x', within), ...guideLines(targets, box, 'y', within)],
    gaps: (['x', 'y'] as const).flatMap((axis) => gapsBeside(targets.rows[axis], box, axis, within).equal),
  };
}
