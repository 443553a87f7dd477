import type { Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { snapped } from '../arrange';
import { canvasPointAt } from '../viewport';
import { gesturesOf } from './gestures';

/** Index of a run of a line: from its corner of that index to the next. */
export type Run = number;

interface Bending {
  readonly edge: string;
  /** The line once what is held is at a point. */
  readonly reshape: (to: Point) => readonly Point[];
  readonly onBend: (points: readonly Point[]) => void;
}

/** Moving a run of an edge's line; `onBend` makes the edit, once the pointer is released. */
export function beginBend(editor: Editor, { edge, reshape, onBend }: Bending): void {
  const gestures = gesturesOf(editor);
  let draft: readonly Point[] | null = null;
  gestures.begin({
    name: 'bend',
    pullsView: true,
    move({ clientX, clientY }) {
      const { x, y } = canvasPointAt(editor, clientX, clientY);
      draft = reshape({ x: snapped(x), y: snapped(y) });
      gestures.show({ kind: 'bend', edge, points: draft });
    },
    finish() {
      if (draft !== null) onBend(draft);
    },
    cancel: () => undefined,
  });
}

/** The line with one run moved across its direction. */
export function withRunAt(points: readonly Point[], run: Run, to: Point): readonly Point[] {
  const [a, b] = [points[run], points[run + 1]];
  if (a === undefined || b === undefined) return points;
  const isUpright = Math.abs(a.x - b.x) < 0.5;
  const moved = (point: Point): Point => (isUpright ? { x: to.x, y: point.y } : { x: point.x, y: to.y });
  return points.map((point, index) => (index === run || index === run + 1 ? moved(point) : point));
}
