import type { FarDrawing } from '../annotation';

/** What a kind that is not known leaves from far. */
export const drawUnknown: FarDrawing = (context, { box, colors, px }) => {
  context.lineWidth = px;
  context.strokeStyle = colors.inputBorder;
  context.strokeRect(box.x, box.y, box.width, box.height);
};
