import { fitLines } from '../../../../shared/diagram/card-text';
import { markShadesOf } from '../../../../shared/diagram/palette';
import { snapped } from '../../arrange';
import { addAnnotation } from '../add-annotation';
import type { AnnotationView, FarDrawing } from '../annotation';
import { beginBox } from '../draw-box';
import { StickyNote } from './StickyNote';

export const noteView = {
  id: 'note',
  component: StickyNote,
  Draft: null,
  begin: (editor, pointer) =>
    beginBox(editor, pointer, {
      kind: 'note',
      usual: { width: 0, height: 0 },
      aroundClick: false,
      writes: true,
    }),
  addAt: (editor, { x, y }) =>
    addAnnotation(editor, { kind: 'note', x: snapped(x), y: snapped(y) }, { writes: true }),
  drawFar,
} as const satisfies AnnotationView;

/** Letters of a note from far, and the width below which there is no room for words, px of the screen. */
const letterPx = 11;
const leastWidthPx = 40;

/** A note from far: its beginning where a line has room for some words, else lines that say that something is written there. */
function drawFar(
  context: CanvasRenderingContext2D,
  { mark, box, colors, px }: Parameters<FarDrawing>[1],
): void {
  context.fillStyle = markShadesOf(colors, mark.color)?.paper ?? colors.note;
  context.fillRect(box.x, box.y, box.width, box.height);
  const size = letterPx * px;
  const pad = 3 * px;
  context.fillStyle = colors.text;
  if (box.width >= leastWidthPx * px && box.height >= size * 1.2) {
    context.font = `400 ${size}px Inter, system-ui, sans-serif`;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    const pitch = size * 1.15;
    const most = Math.max(1, Math.floor((box.height - pad) / pitch));
    fitLines(mark.text ?? '', box.width - 2 * pad, { size, weight: 400 }, most).forEach((line, index) => {
      context.fillText(line, box.x + pad, box.y + pad / 2 + (index + 0.5) * pitch);
    });
    return;
  }
  context.globalAlpha = 0.45;
  for (const share of [0.3, 0.5, 0.7])
    context.fillRect(box.x + box.width * 0.15, box.y + box.height * share, box.width * 0.7, px);
  context.globalAlpha = 1;
}
