import type { Box } from '../model/schema';
import { type Axis, endOf, lengthOf, startOf } from './spans';

/** Boxes by where they begin along an axis, so that those which reach over a span are found without looking at all of them. */
export interface SpanIndex {
  readonly axis: Axis;
  readonly starts: Float64Array;
  readonly boxes: readonly Box[];
  /** Length of the longest of them along the axis. */
  readonly longest: number;
}

/** The first index whose value is not under `least`. */
export function lowerBound(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function spanIndex(boxes: readonly Box[], axis: Axis): SpanIndex {
  const sorted = boxes.toSorted((a, b) => startOf(a, axis) - startOf(b, axis));
  return {
    axis,
    boxes: sorted,
    starts: Float64Array.from(sorted, (box) => startOf(box, axis)),
    longest: sorted.reduce((most, box) => Math.max(most, lengthOf(box, axis)), 0),
  };
}

/** The boxes that share some of a box's span along the axis of the index; touching ends do not count. */
export function besides({ axis, starts, boxes, longest }: SpanIndex, box: Box): readonly Box[] {
  const [start, end] = [startOf(box, axis), endOf(box, axis)];
  const found: Box[] = [];
  for (let at = lowerBound(starts, start - longest); at < boxes.length; at += 1) {
    const other = boxes[at];
    if (other === undefined || startOf(other, axis) >= end) break;
    if (endOf(other, axis) > start) found.push(other);
  }
  return found;
}
