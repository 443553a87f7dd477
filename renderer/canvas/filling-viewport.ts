import type { Viewport } from '@xyflow/react';
import type { Box } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { drawnExtent } from './drawn-extent';
import { canvasExtent } from './viewport';
import { maxZoom, minZoomOf } from './zoom-limits';

/** The view in which a box fills the canvas but for a margin, px of the screen; the whole design for null. */
export function fillingViewport(editor: Editor, box: Box | null, marginPx: number): Viewport | null {
  const design = editor.design();
  const shown = box ?? (design === null ? null : drawnExtent(editor, design));
  const { width, height } = canvasExtent(editor);
  if (shown === null || width === 0 || height === 0) return null;
  const fitting = Math.min(
    (width - 2 * marginPx) / Math.max(1, shown.width),
    (height - 2 * marginPx) / Math.max(1, shown.height),
  );
  const zoom = Math.min(maxZoom, Math.max(minZoomOf(design), fitting));
  return {
    x: width / 2 - (shown.x + shown.width / 2) * zoom,
    y: height / 2 - (shown.y + shown.height / 2) * zoom,
    zoom,
  };
}
