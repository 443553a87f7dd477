import { type Axis, endOf, lengthOf, middleAlong, startOf } from '../layout/spans';
import { message } from '../math/message';
import type { Box, Design, Point } from '../model/schema';
import { type EditResult, refused } from './edit';
import { moveEach } from './move-each';
import { missingPart, outermost, partBoxes } from './part-boxes';

export const distributions = ['horizontal', 'vertical'] as const;
export type Distribution = (typeof distributions)[number];

export interface DistributeArguments {
  readonly ids: readonly string[];
  readonly along: Distribution;
}

const axisOf = (along: Distribution): Axis => (along === 'horizontal' ? 'x' : 'y');
const shiftAlong = (axis: Axis, by: number): Point => (axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by });

/**
 * Spaces parts out so that the gaps between them are equal: the first and the last along the axis stay, the others keep their
 * order. Where they do not fit between these, they overlap each other by the same.
 */
export function distribute(design: Design, { ids, along }: DistributeArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const axis = axisOf(along);
  const boxes = partBoxes(design);
  const placed = outermost(design, ids)
    .flatMap((id): readonly (readonly [string, Box])[] => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, box]];
    })
    .toSorted(([, a], [, b]) => middleAlong(a, axis) - middleAlong(b, axis));
  const [first, last] = [placed.at(0), placed.at(-1)];
  if (first === undefined || last === undefined || placed.length < 3)
    return refused('Three parts or more are needed to distribute.');
  const taken = placed.reduce((sum, [, box]) => sum + lengthOf(box, axis), 0);
  const gap = (endOf(last[1], axis) - startOf(first[1], axis) - taken) / (placed.length - 1);
  let at = startOf(first[1], axis);
  const shifts = new Map<string, Point>();
  for (const [id, box] of placed) {
    shifts.set(id, shiftAlong(axis, at - startOf(box, axis)));
    at += lengthOf(box, axis) + gap;
  }
  return moveEach(
    design,
    message('{count, plural, one {Distribute # part} other {Distribute # parts}}', {
      count: { count: placed.length },
    }),
    shifts,
  );
}
