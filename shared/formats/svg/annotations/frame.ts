import { boxPath } from '../../../diagram/box-path';
import { markShadesOf } from '../../../diagram/palette';
import { frame, frameSize } from '../../../layout/annotations/frame';
import { textLine } from '../text';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';

export const svgFrame: AnnotationDrawing = (mark, box, { palette, sketch }) => {
  const shades = markShadesOf(palette, mark.color);
  const [title = ''] = frame.linesOf({ ...mark, width: box.width });
  const { titlePx, titleGap, radius } = frameSize;
  const stroke = shades?.line ?? palette.inputBorder;
  return element(
    'g',
    {},
    (sketch === null
      ? element('rect', { ...box, rx: radius, fill: 'none', stroke })
      : element('path', { d: sketch(boxPath(box, radius), mark.id), fill: 'none', stroke })) +
      textLine(title, box.x, box.y - titleGap, {
        size: titlePx,
        weight: 600,
        fill: shades?.line ?? palette.muted,
      }),
  );
};
