import { textLines } from '../../../layout/annotations/text';
import { textFontPxOf, textLinePxOf } from '../../../layout/annotations/text-size';
import { textLine } from '../text';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';
import { lineColor } from './lines';

export const svgText: AnnotationDrawing = (mark, box, { palette }) => {
  const style = { size: textFontPxOf(mark), weight: 500, fill: lineColor(mark, palette) } as const;
  const first = box.y + (style.size * 15) / 14;
  const lines = textLines(mark).map((line, index) =>
    textLine(line, box.x, first + index * textLinePxOf(mark), style),
  );
  return element('g', {}, lines.join(''));
};
