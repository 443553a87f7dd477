import type { Box, Point } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { canvasRect, screenOf, screenPointOf } from './screen';

const everywhere: Box = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

/** What of the canvas can be seen, canvas px; all of it while it is not on the screen. */
export function visibleBox(editor: Editor): Box {
  const { surface, extent } = screenOf(editor);
  if (surface === null) return everywhere;
  const { x, y, zoom } = surface.flow.getViewport();
  return { x: -x / zoom, y: -y / zoom, width: extent.width / zoom, height: extent.height / zoom };
}

/** Whether a point of the canvas can be seen; every one can before there is a canvas. */
export function isInView(editor: Editor, point: Point): boolean {
  const rect = canvasRect(editor);
  if (rect === null) return true;
  const { x, y } = screenPointOf(editor, point);
  return x >= 0 && x <= rect.width && y >= 0 && y <= rect.height;
}
