import type { Viewport } from '@xyflow/react';
import { collapsedParts } from '../../shared/model/collapsed';
import type { Box } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { detailOf } from './detail';
import { shownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';
import { centerOn, footPx, freeExtent, headOf, viewportNow } from './viewport';

/** Shows a part: nothing moves where it is in view and can be read, for the rest of the picture is what one looks at. */
export function goToPart(editor: Editor, id: string): void {
  const design = shownDesign(editor);
  const view = viewportNow(editor);
  if (design === null || view === null) return;
  const box = partBoxes(design).get(collapsedParts(design).within.get(id) ?? id);
  if (box === undefined) return;
  const { width, height } = freeExtent(editor);
  const free = { width, height: height - footPx, top: headOf(editor) };
  if (!hasFigures(view.zoom) || !isInView(box, view, free)) centerOn(editor, id);
}

/** Whether cards show their figures at this zoom. */
const hasFigures = (zoom: number): boolean => !['tile', 'dot'].includes(detailOf(zoom));

/** Whether all of a box is on the screen, between `top` and the rest of what is free. */
function isInView(
  box: Box,
  { x, y, zoom }: Viewport,
  free: { readonly width: number; readonly height: number; readonly top: number },
): boolean {
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  return (
    left >= 0 &&
    top >= free.top &&
    left + box.width * zoom <= free.width &&
    top + box.height * zoom <= free.height
  );
}
