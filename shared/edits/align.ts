import { boundsOf } from '../layout/geometry';
import { message } from '../math/message';
import type { Box, Design, Point } from '../model/schema';
import { type EditResult, refused } from './edit';
import { moveEach } from './move-each';
import { missingPart, outermost, partBoxes } from './part-boxes';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

export interface AlignArguments {
  readonly ids: readonly string[];
  readonly to: Alignment;
}

/** How far a box has to move so that it is aligned within the bounds of all. */
const shifts: Readonly<Record<Alignment, (box: Box, all: Box) => Point>> = {
  left: (box, all) => ({ x: all.x - box.x, y: 0 }),
  centre: (box, all) => ({ x: all.x + all.width / 2 - box.x - box.width / 2, y: 0 }),
  right: (box, all) => ({ x: all.x + all.width - box.x - box.width, y: 0 }),
  top: (box, all) => ({ x: 0, y: all.y - box.y }),
  middle: (box, all) => ({ x: 0, y: all.y + all.height / 2 - box.y - box.height / 2 }),
  bottom: (box, all) => ({ x: 0, y: all.y + all.height - box.y - box.height }),
};

/** Aligns parts by an edge or by their middles; each moves as `move` moves it, with membership and contents. */
export function align(design: Design, { ids, to }: AlignArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const boxes = partBoxes(design);
  const placed = outermost(design, ids).filter((id) => boxes.has(id));
  const all = boundsOf(placed.flatMap((id) => boxes.get(id) ?? []));
  if (all === null || placed.length < 2) return refused('Two parts or more are needed to align.');
  const shiftsById = new Map(
    placed.flatMap((id) => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, shifts[to](box, all)] as const];
    }),
  );
  return moveEach(
    design,
    message('{count, plural, one {Align # part} other {Align # parts}}', { count: { count: placed.length } }),
    shiftsById,
  );
}
