import type { Box } from '../model/schema';
import { overlaps } from './geometry';
import type { GuideGap } from './guides';
import { besides, type SpanIndex } from './span-index';
import { type Axis, crossAxis, endOf, middleAlong, startOf } from './spans';

/** Where a box would be as far from its neighbours along an axis as they stand from theirs. */
export interface Gaps {
  /** Places of its start, after the neighbour before it. */
  readonly starts: readonly number[];
  /** Places of its end, before the neighbour behind it. */
  readonly ends: readonly number[];
  /** Place of its middle, halfway between both; null where one is missing. */
  readonly centre: number | null;
  /** The gaps beside it, and those that they are equal to, where it stands now. */
  readonly equal: readonly GuideGap[];
}

/** Gaps that differ by less are equal, px; positions are whole pixels, so a centre can be half a pixel off. */
const samePx = 1.01;
/** Gaps of rows are looked for among so many neighbours on each side. */
const mostNeighbours = 6;

interface Gap {
  readonly before: Box;
  readonly behind: Box;
  readonly size: number;
}

/** The boxes of a sorted list one behind the other, each from the one before that ends before it. */
function gapsIn(row: readonly Box[], axis: Axis): readonly Gap[] {
  return row.flatMap((behind, index) => {
    const before = row[index - 1];
    const size = before === undefined ? 0 : startOf(behind, axis) - endOf(before, axis);
    return before === undefined || size <= 0 ? [] : [{ before, behind, size }];
  });
}

const asGuide = ({ before, behind }: Gap, axis: Axis): GuideGap => {
  const cross = crossAxis(axis);
  const from = Math.max(startOf(before, cross), startOf(behind, cross));
  const to = Math.min(endOf(before, cross), endOf(behind, cross));
  return { axis, from: endOf(before, axis), to: startOf(behind, axis), at: (from + to) / 2 };
};

/** The neighbours of a box along an axis, those before it and those behind it, both in the order of the axis. */
function rowOf(peers: SpanIndex, box: Box, axis: Axis, within: Box) {
  const middle = middleAlong(box, axis);
  const before: Box[] = [];
  const behind: Box[] = [];
  for (const other of besides(peers, box)) {
    if (!overlaps(other, within)) continue;
    // One that reaches over the middle of the box is no neighbour: they lie on each other.
    if (endOf(other, axis) <= middle) before.push(other);
    else if (startOf(other, axis) >= middle) behind.push(other);
  }
  before.sort((a, b) => endOf(a, axis) - endOf(b, axis));
  behind.sort((a, b) => startOf(a, axis) - startOf(b, axis));
  return { before: before.slice(-mostNeighbours), behind: behind.slice(0, mostNeighbours) };
}

/** `peers` by their spans across the axis. */
export function gapsBeside(peers: SpanIndex, box: Box, axis: Axis, within: Box): Gaps {
  const { before, behind } = rowOf(peers, box, axis, within);
  const [last, first] = [before.at(-1), behind.at(0)];
  const others = [...gapsIn(before, axis), ...gapsIn(behind, axis)];
  const beside = [
    ...(last === undefined
      ? []
      : [{ before: last, behind: box, size: startOf(box, axis) - endOf(last, axis) }]),
    ...(first === undefined
      ? []
      : [{ before: box, behind: first, size: startOf(first, axis) - endOf(box, axis) }]),
  ];
  const isEqual = (a: Gap, b: Gap): boolean => a !== b && Math.abs(a.size - b.size) <= samePx;
  const own = beside.filter(
    (gap) => gap.size > 0 && [...beside, ...others].some((other) => isEqual(gap, other)),
  );
  const equal = [...own, ...others.filter((other) => own.some((gap) => isEqual(gap, other)))];
  return {
    starts: last === undefined ? [] : others.map(({ size }) => endOf(last, axis) + size),
    ends: first === undefined ? [] : others.map(({ size }) => startOf(first, axis) - size),
    centre: last === undefined || first === undefined ? null : (endOf(last, axis) + startOf(first, axis)) / 2,
    equal: equal.map((gap) => asGuide(gap, axis)),
  };
}
