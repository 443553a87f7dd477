import { markShadesOf } from '../../../../shared/diagram/palette';
import { placedInk } from '../../../../shared/layout/annotations/ink';
import { deferred } from '../../../ui/deferred';
import { t } from '../../../words/t';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView } from '../annotation';
import { drawnMark } from '../DrawnMark';
import { beginInk } from './draw-ink';

/** The outline of strokes is worked out by a library that a design without ink never needs. */
const InkDrawing = deferred(async () => (await import('./InkDrawing')).InkDrawing);

export const inkView = {
  id: 'ink',
  component: drawnMark({
    Drawing: InkDrawing,
    describe: () => t('Freehand drawing'),
    field: null,
    smallest: { width: 4, height: 4 },
    keepsForm: true,
  }),
  Draft: InkDrawing,
  begin: beginInk,
  addAt: (editor, { x, y }) =>
    addAnnotation(editor, { kind: 'ink', x: x - 40, y, path: [0, 0, 80, 0] }, { writes: false }),
  drawFar(context, { mark, box, colors, px }) {
    context.lineWidth = Math.max(px, mark.strokePx ?? 4);
    context.strokeStyle = markShadesOf(colors, mark.color)?.line ?? colors.muted;
    context.beginPath();
    for (const { x, y } of placedInk(mark)) context.lineTo(box.x + x, box.y + y);
    context.stroke();
  },
} as const satisfies AnnotationView;
