import { arrowLine } from '../layout/annotations/arrow-line';
import { attachments } from '../layout/geometry';
import type { Change, Fragment } from '../model/changes';
import { copyFragment } from '../model/fragment';
import { withEnds } from '../model/marks';
import { type ArrowEnd, type Design, type Mark, marksOf } from '../model/schema';
import { partBoxes } from './part-boxes';

/** The arrow with each end that is at a part which goes, at the place where it was. */
function withLooseEnds(design: Design, mark: Mark, stays: (id: string) => boolean): Mark {
  const goes = (end: ArrowEnd | undefined): boolean => end?.part !== undefined && !stays(end.part);
  if (!goes(mark.from) && !goes(mark.to)) return mark;
  const boxes = partBoxes(design);
  const { points } = arrowLine(
    mark,
    attachments(design, (id) => boxes.get(id)),
  );
  const [first, last] = [points[0], points.at(-1)];
  return withEnds(mark, (end) => {
    const point = end === mark.from ? first : last;
    if (!goes(end) || point === undefined) return end;
    return { x: point.x - (mark.x ?? 0), y: point.y - (mark.y ?? 0) };
  });
}

/** What keeps arrows where they are when these parts go. */
export function looseEndChanges(design: Design, gone: ReadonlySet<string>): readonly Change[] {
  return marksOf(design).flatMap((mark): Change[] => {
    const next = gone.has(mark.id) ? mark : withLooseEnds(design, mark, (id) => !gone.has(id));
    if (next === mark) return [];
    const ends = { ...(next.from && { from: next.from }), ...(next.to && { to: next.to }) };
    return [{ op: 'patch-mark', id: mark.id, patch: ends }];
  });
}

/** The parts named, to be pasted; arrows among them end where they did, at what is copied with them or at the place of it. */
export function copyParts(design: Design, ids: readonly string[]): Fragment {
  const fragment = copyFragment(design, ids);
  const { nodes, groups, marks } = fragment;
  const copied = new Set([...nodes, ...groups, ...marks].map(({ id }) => id));
  return { ...fragment, marks: marks.map((mark) => withLooseEnds(design, mark, (id) => copied.has(id))) };
}
