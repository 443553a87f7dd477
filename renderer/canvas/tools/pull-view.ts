import { useEffect } from 'react';
import type { Box, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { freeRect, panBy } from '../viewport';
import { gesturesOf, type Pointer, useGesture } from './gestures';

/** So near to an edge of the canvas the view begins to move, px of the screen. */
const edgePx = 40;
/** How fast it moves where the pointer is at the edge itself or beyond it, px of the screen per ms. */
const fastest = 0.9;
/** A frame that comes late moves the view no farther than this, ms. */
const longestFrameMs = 50;
/** So long the pointer is held there first: what is drawn to a place near an edge must not move the view, ms. */
const holdMs = 200;
/** A press near an edge means the edge only once the pointer has moved so far, px of the screen. */
const leastMovePx = 8;

const speedAt = (at: number, low: number, high: number): number => {
  const near = Math.min(edgePx, low + edgePx - at);
  if (near > 0) return (fastest * near) / edgePx;
  const far = Math.min(edgePx, at - (high - edgePx));
  return far > 0 ? (-fastest * far) / edgePx : 0;
};

/** How the view moves while the pointer is held at a place of the window, px per ms: not at all but near an edge of `area`. */
export const pullAt = ({ clientX, clientY }: Pointer, area: Box): Point => ({
  x: speedAt(clientX, area.x, area.x + area.width),
  y: speedAt(clientY, area.y, area.y + area.height),
});

/**
 * What moves the view frame by frame, by the ms since the one before, and tells the gesture that its pointer is over another place of
 * the canvas.
 */
export function viewPuller(editor: Editor): (pointer: Pointer, ms: number) => void {
  let heldMs = 0;
  return (pointer, ms) => {
    const area = freeRect(editor);
    const { x, y } = area === null ? { x: 0, y: 0 } : pullAt(pointer, area);
    const isNear = x !== 0 || y !== 0;
    const frameMs = Math.min(ms, longestFrameMs);
    heldMs = isNear ? heldMs + frameMs : 0;
    if (!isNear || heldMs < holdMs) return;
    panBy(editor, { x: x * frameMs, y: y * frameMs });
    gesturesOf(editor).move(pointer);
  };
}

const distance = (a: Pointer, b: Pointer): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/** While a gesture that pulls the view is held near an edge of the canvas, moves the view, frame by frame. */
export function usePulledView(editor: Editor): void {
  const pulls = useGesture((state) => state.pullsView);
  useEffect(() => {
    if (!pulls) return undefined;
    const gestures = gesturesOf(editor);
    const { name } = gestures.state.getState();
    const pull = viewPuller(editor);
    let first: Pointer | null = null;
    let lastMs = performance.now();
    let frame = 0;
    const onFrame = (nowMs: number): void => {
      const pointer = gestures.lastPointer();
      first ??= pointer;
      if (first !== null && pointer !== null && distance(first, pointer) >= leastMovePx)
        pull(pointer, nowMs - lastMs);
      lastMs = nowMs;
      frame = requestAnimationFrame(onFrame);
    };
    frame = requestAnimationFrame(onFrame);
    // What was pressed may be out of view by now, and is then no element that could hear of the release.
    const onUp = (event: PointerEvent): void => {
      if (name !== 'idle') gestures.finish(name, event);
    };
    window.addEventListener('pointerup', onUp);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointerup', onUp);
    };
  }, [editor, pulls]);
}
