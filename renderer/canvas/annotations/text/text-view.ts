import { markShadesOf } from '../../../../shared/diagram/palette';
import { textLines } from '../../../../shared/layout/annotations/text';
import { textFontPxOf, textLinePxOf } from '../../../../shared/layout/annotations/text-size';
import { snapped } from '../../arrange';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView } from '../annotation';
import { beginText } from './draw-text';
import { TextLines } from './TextLines';

/** Letters that are smaller than this on the screen are not drawn. */
const readablePx = 7;

export const textView = {
  id: 'text',
  component: TextLines,
  Draft: null,
  begin: beginText,
  addAt: (editor, { x, y }) =>
    addAnnotation(editor, { kind: 'text', x: snapped(x), y: snapped(y) }, { writes: true }),
  drawFar(context, { mark, box, colors, px }) {
    const fontPx = textFontPxOf(mark);
    if (fontPx < readablePx * px) return;
    context.fillStyle = markShadesOf(colors, mark.color)?.line ?? colors.text;
    context.font = `500 ${fontPx}px Inter, system-ui, sans-serif`;
    context.textAlign = 'start';
    context.textBaseline = 'alphabetic';
    for (const [index, line] of textLines(mark).entries())
      context.fillText(line, box.x, box.y + index * textLinePxOf(mark) + (fontPx * 15) / 14);
  },
} as const satisfies AnnotationView;
