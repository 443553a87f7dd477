import { restyle } from '../../../../shared/edits/annotate';
import { marksById } from '../../../../shared/layout/geometry';
import type { ArrowEnd, Point } from '../../../../shared/model/schema';
import type { Editor } from '../../../store/editors';
import { perform } from '../../perform';
import { gesturesOf, type Pointer } from '../../tools/gestures';
import { canvasPointAt } from '../../viewport';
import { addAnnotation, styled } from '../add-annotation';
import { attachableAt } from './attachable-at';

/** A line that is shorter than this is a slip of the pointer, canvas px. */
const shortestPx = 8;

const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** With Shift a line runs level, upright or between the two. */
function turned(from: Point, to: Point): Point {
  const step = Math.PI / 4;
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / step) * step;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + length * Math.cos(angle), y: from.y + length * Math.sin(angle) };
}

const endAt = (part: string | null, origin: Point, at: Point): ArrowEnd => ({
  ...(part === null ? {} : { part }),
  x: at.x - origin.x,
  y: at.y - origin.y,
});

/** Drawing an arrow from where the pointer is pressed to where it is released; each end binds to the part that is there. */
export function beginArrow(editor: Editor, pointer: Pointer): void {
  const gestures = gesturesOf(editor);
  const start = whole(canvasPointAt(editor, pointer.clientX, pointer.clientY));
  const fromPart = attachableAt(editor, start);
  let end = start;
  let toPart: string | null = null;
  const drawn = () => ({
    kind: 'arrow' as const,
    ...start,
    from: endAt(fromPart, start, start),
    // Both ends in one part would have no line between them.
    to: endAt(toPart === fromPart ? null : toPart, start, end),
  });
  gestures.begin({
    name: 'draw-mark',
    pullsView: true,
    move({ clientX, clientY, shiftKey = false }) {
      const at = canvasPointAt(editor, clientX, clientY);
      end = whole(shiftKey ? turned(start, at) : at);
      toPart = attachableAt(editor, end);
      gestures.show({
        kind: 'mark',
        mark: { id: 'draft', ...styled(editor, drawn()) },
        target: toPart === fromPart ? fromPart : toPart,
      });
    },
    finish() {
      if (Math.hypot(end.x - start.x, end.y - start.y) >= shortestPx)
        addAnnotation(editor, drawn(), { writes: false });
    },
    cancel: () => undefined,
  });
}

/** Dragging an end of an arrow to another place or part. */
export function beginArrowEnd(editor: Editor, id: string, end: 'from' | 'to'): void {
  const design = editor.design();
  const mark = design === null ? undefined : marksById(design).get(id);
  if (design === null || mark === undefined) return;
  const gestures = gesturesOf(editor);
  const origin = { x: mark.x ?? 0, y: mark.y ?? 0 };
  const other = (end === 'from' ? mark.to : mark.from)?.part ?? null;
  let next: ArrowEnd | null = null;
  gestures.begin({
    name: 'move-end',
    pullsView: true,
    move({ clientX, clientY }) {
      const at = whole(canvasPointAt(editor, clientX, clientY));
      const part = attachableAt(editor, at);
      next = endAt(part === other ? null : part, origin, at);
      gestures.show({ kind: 'mark', mark: { ...mark, [end]: next }, target: next.part ?? null });
    },
    finish() {
      if (next !== null) perform(editor, restyle(design, { ids: [id], patch: { [end]: next } }));
    },
    cancel: () => undefined,
  });
}
