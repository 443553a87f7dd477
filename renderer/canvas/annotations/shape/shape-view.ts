import { markShadesOf } from '../../../../shared/diagram/palette';
import { shapeOf, shapeSize, shapeTextBox } from '../../../../shared/layout/annotations/shape';
import { shapePaths } from '../../../../shared/layout/annotations/shape-paths';
import { t } from '../../../words/t';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView } from '../annotation';
import { drawnMark } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { beginBox } from '../draw-box';
import { ShapeDrawing } from './ShapeDrawing';

const { width, height } = shapeSize;

export const shapeView = {
  id: 'shape',
  component: drawnMark({
    Drawing: ShapeDrawing,
    describe: ({ text = '' }) => t('Shape: {text}', { text }),
    field: {
      label: () => t('Text of the shape'),
      boxOf: (mark, box) => shapeTextBox({ ...mark, ...box }),
      className: styles.centred,
    },
    smallest: { width: 20, height: 20 },
  }),
  Draft: ShapeDrawing,
  begin: (editor, pointer) =>
    beginBox(editor, pointer, { kind: 'shape', usual: { width, height }, aroundClick: true, writes: true }),
  addAt: (editor, { x, y }) =>
    addAnnotation(
      editor,
      { kind: 'shape', x: x - width / 2, y: y - height / 2, width, height },
      { writes: true },
    ),
  drawFar(context, { mark, box, colors, px }) {
    const path = new Path2D(shapePaths(shapeOf(mark), box).outline);
    const fill = markShadesOf(colors, mark.fill);
    if (fill !== null) {
      context.fillStyle = fill.paper;
      context.fill(path);
    }
    context.lineWidth = px;
    context.strokeStyle = markShadesOf(colors, mark.color)?.line ?? colors.muted;
    context.stroke(path);
  },
} as const satisfies AnnotationView;
