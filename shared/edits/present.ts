import { message } from '../math/message';
import { markStates } from '../model/marks';
import { type Box, type Design, groupsOf, type Mark, marksOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { partBoxes } from './part-boxes';

/** One view of a presentation: a frame, a group, or the whole design. */
export interface Slide {
  /** Of the frame or group; null for the whole design. */
  readonly id: string | null;
  /** What a frame or group is called; none for the whole. */
  readonly name: string;
  /** What is seen; null for the whole design, whose extent the window knows. */
  readonly box: Box | null;
  /** What is said with it. */
  readonly note: string;
}

/** Frames whose upper edges are nearer than this are in one row, canvas px. */
const rowPx = 120;

const inReadingOrder = (a: Box, b: Box): number => (Math.abs(a.y - b.y) < rowPx ? a.x - b.x : a.y - b.y);

/** The frames of a design in the order in which they are presented: as a person set it, then as they are read. */
function framesOf(design: Design): readonly { readonly mark: Mark; readonly box: Box }[] {
  const boxes = partBoxes(design);
  const { hidden } = markStates(design);
  return marksOf(design)
    .flatMap((mark) => {
      const box = mark.kind === 'frame' && !hidden.has(mark.id) ? boxes.get(mark.id) : undefined;
      return box === undefined ? [] : [{ mark, box }];
    })
    .toSorted((a, b) => {
      const [first, second] = [a.mark.order, b.mark.order];
      if (first !== undefined && second !== undefined && first !== second) return first - second;
      if ((first === undefined) !== (second === undefined)) return first === undefined ? 1 : -1;
      return inReadingOrder(a.box, b.box);
    });
}

function groupSlides(design: Design): readonly Slide[] {
  const boxes = partBoxes(design);
  return groupsOf(design)
    .flatMap(({ id, name = '' }) => {
      const box = boxes.get(id);
      return box === undefined ? [] : [{ id, name, box, note: '' }];
    })
    .toSorted((a, b) => inReadingOrder(a.box, b.box));
}

/** What is presented, in order: the frames; where there are none, the whole design and then each group of it. */
export function slidesOf(design: Design): readonly Slide[] {
  const frames: readonly Slide[] = framesOf(design).map(({ mark, box }) => ({
    id: mark.id,
    name: mark.text ?? '',
    box,
    note: mark.note ?? '',
  }));
  if (frames.length > 0) return frames;
  return [{ id: null, name: '', box: null, note: '' }, ...groupSlides(design)];
}

export interface PresentOrderArguments {
  readonly id: string;
  /** -1 for a place earlier, 1 for one later. */
  readonly by: -1 | 1;
}

/** Moves a frame a place earlier or later among the frames that are presented; all frames are numbered by it. */
export function presentOrder(design: Design, { id, by }: PresentOrderArguments): EditResult {
  const ids = framesOf(design).map(({ mark }) => mark.id);
  const at = ids.indexOf(id);
  if (at === -1) return refused('{id} is no frame that is presented.', { id });
  const other = ids[at + by];
  const label = by === -1 ? message('Present a frame earlier') : message('Present a frame later');
  if (other === undefined) return edited(label, []);
  const next = ids.with(at, other).with(at + by, id);
  return edited(
    label,
    next.map((frame, index) => ({ op: 'patch-mark', id: frame, patch: { order: index + 1 } })),
  );
}
