import { markShadesOf } from '../../../../shared/diagram/palette';
import { frameSize } from '../../../../shared/layout/annotations/frame';
import { t } from '../../../words/t';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView } from '../annotation';
import { drawnMark } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { beginBox } from '../draw-box';
import { FrameDrawing } from './FrameDrawing';

const { width, height } = frameSize;

export const frameView = {
  id: 'frame',
  component: drawnMark({
    Drawing: FrameDrawing,
    describe: ({ text = '' }) => t('Frame: {text}', { text }),
    field: {
      label: () => t('Title of the frame'),
      boxOf: (_mark, box) => ({ x: box.x, y: box.y - 26, width: Math.max(120, box.width), height: 22 }),
      className: `${styles.centred} ${styles.titleField}`,
    },
    smallest: { width: 80, height: 60 },
  }),
  Draft: FrameDrawing,
  begin: (editor, pointer) =>
    beginBox(editor, pointer, { kind: 'frame', usual: { width, height }, aroundClick: true, writes: true }),
  addAt: (editor, { x, y }) =>
    addAnnotation(
      editor,
      { kind: 'frame', x: x - width / 2, y: y - height / 2, width, height },
      { writes: true },
    ),
  drawFar(context, { mark, box, colors, px }) {
    context.lineWidth = px;
    context.strokeStyle = markShadesOf(colors, mark.color)?.line ?? colors.inputBorder;
    context.strokeRect(box.x, box.y, box.width, box.height);
  },
} as const satisfies AnnotationView;
