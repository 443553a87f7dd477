import { markShadesOf } from '../../../../shared/diagram/palette';
import { arrowLine, arrowPath } from '../../../../shared/layout/annotations/arrow-line';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView } from '../annotation';
import { ArrowDrawing } from './ArrowDrawing';
import { ArrowOnCanvas } from './ArrowOnCanvas';
import { beginArrow } from './draw-arrow';

export const arrowView = {
  id: 'arrow',
  component: ArrowOnCanvas,
  Draft: ArrowDrawing,
  begin: beginArrow,
  addAt: (editor, { x, y }) =>
    addAnnotation(
      editor,
      { kind: 'arrow', x: x - 80, y, from: { x: 0, y: 0 }, to: { x: 160, y: 0 } },
      { writes: false },
    ),
  drawFar(context, { mark, colors, px, attachedOf }) {
    context.lineWidth = Math.max(px, mark.strokePx ?? 2);
    context.strokeStyle = markShadesOf(colors, mark.color)?.line ?? colors.muted;
    context.stroke(new Path2D(arrowPath(arrowLine(mark, attachedOf))));
  },
} as const satisfies AnnotationView;
