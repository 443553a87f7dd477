import type { Viewport } from '@xyflow/react';
import { collapsedParts } from '../../shared/model/collapsed';
import type { Box } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { detailOf } from './detail';
import { shownDesign } from './lanes/shown';
import { boundsOf, partBoxes } from './part-boxes';
import { viewportAhead } from './screen';
import { centerOn, fitParts, footPx, freeExtent, headOf } from './viewport';

/** Shows a part: nothing moves where it is in view and can be read, for the rest of the picture is what one looks at. */
export function goToPart(editor: Editor, id: string): void {
  const design = shownDesign(editor);
  const view = viewportAhead(editor);
  if (design === null || view === null) return;
  const box = partBoxes(design).get(collapsedParts(design).within.get(id) ?? id);
  if (box === undefined) return;
  if (!hasFigures(view.zoom) || !isInView(box, view, freeOf(editor))) centerOn(editor, id);
}

/** Shows these parts together; nothing moves where all of them are in view. */
export function goToParts(editor: Editor, ids: ReadonlySet<string>): void {
  const design = shownDesign(editor);
  const view = viewportAhead(editor);
  if (design === null || view === null) return;
  const boxes = partBoxes(design);
  const around = boundsOf([...ids].flatMap((id) => boxes.get(id) ?? []));
  if (around !== null && !isInView(around, view, freeOf(editor))) fitParts(editor, ids);
}

interface Free {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

function freeOf(editor: Editor): Free {
  const { width, height } = freeExtent(editor);
  return { width, height: height - footPx, top: headOf(editor) };
}

/** Whether cards show their figures at this zoom. */
const hasFigures = (zoom: number): boolean => !['tile', 'dot'].includes(detailOf(zoom));

/** Whether all of a box is on the screen, below the heads of lanes and above the tools. */
function isInView(box: Box, { x, y, zoom }: Viewport, free: Free): boolean {
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  return (
    left >= 0 &&
    top >= free.top &&
    left + box.width * zoom <= free.width &&
    top + box.height * zoom <= free.height
  );
}
