import type { Point } from '../../shared/model/schema';
import { canvasPointAt } from '../canvas/viewport';
import { activeEditor } from '../store/editors';

let last: { readonly x: number; readonly y: number } | null = null;

/** Follows the pointer, so that a paste can go where it is. Returns the function that stops it. */
export function followPointer(): () => void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, passive: true, capture: true } as const;
  const note = (event: PointerEvent): void => {
    last = { x: event.clientX, y: event.clientY };
  };
  window.addEventListener('pointermove', note, options);
  window.addEventListener('pointerdown', note, options);
  document.documentElement.addEventListener(
    'pointerleave',
    () => {
      last = null;
    },
    options,
  );
  return () => listeners.abort();
}

/** The canvas point under the pointer, or null where it is not over the canvas. */
export function pointerOnCanvas(): Point | null {
  if (last === null) return null;
  const under = document.elementFromPoint(last.x, last.y);
  return under?.closest('.react-flow') === null || under === null
    ? null
    : canvasPointAt(activeEditor(), last.x, last.y);
}
