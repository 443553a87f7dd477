import { t } from '../../../words/t';
import type { AnnotationView } from '../annotation';
import { drawnMark } from '../DrawnMark';
import { chooseImage } from './choose-image';
import { ImageDrawing } from './ImageDrawing';

export const imageView = {
  id: 'image',
  component: drawnMark({
    Drawing: ImageDrawing,
    describe: ({ text = '' }) => t('Image: {text}', { text }),
    field: null,
    smallest: { width: 16, height: 16 },
    keepsForm: true,
  }),
  Draft: null,
  begin: (editor, pointer) => chooseImage(editor, pointer),
  addAt: (editor, at) => chooseImage(editor, at),
  drawFar(context, { box, colors }) {
    context.fillStyle = colors.track;
    context.fillRect(box.x, box.y, box.width, box.height);
  },
} as const satisfies AnnotationView;
