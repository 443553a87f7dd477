import type { Box } from '../model/schema';

export type Axis = 'x' | 'y';

export const crossAxis = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

/** Where a box begins along an axis, how long it is there, where its middle is and where it ends. */
export const startOf = (box: Box, axis: Axis): number => box[axis];
export const lengthOf = (box: Box, axis: Axis): number => (axis === 'x' ? box.width : box.height);
export const middleAlong = (box: Box, axis: Axis): number => box[axis] + lengthOf(box, axis) / 2;
export const endOf = (box: Box, axis: Axis): number => box[axis] + lengthOf(box, axis);

/** The box moved along an axis. */
export const movedAlong = (box: Box, axis: Axis, by: number): Box => ({ ...box, [axis]: box[axis] + by });
