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

/** In lanes a place on the screen is none of the design's. */
const isInLanes = (): boolean => activeEditor().view.getState().lanes;

/** The canvas point at a place of the window, or null where that is not over the canvas. */
export function pointOnCanvas(x: number, y: number): Point | null {
  if (isInLanes()) return null;
  const canvas = document.elementFromPoint(x, y)?.closest('.react-flow, [data-canvas]') ?? null;
  return canvas === null ? null : canvasPointAt(activeEditor(), x, y);
}

let given: Point | null = null;

/** Runs what asks for the pointer as if it were at this point of the canvas: a command of a context menu, which covers it. */
export function runAt(point: Point, run: () => void): void {
  given = isInLanes() ? null : point;
  try {
    run();
  } finally {
    given = null;
  }
}

/** The point that a command was run at from a context menu; null where it was not. */
export const givenPoint = (): Point | null => given;

/** The canvas point under the pointer, or null where it is not over the canvas. */
export const pointerOnCanvas = (): Point | null =>
  given ?? (last === null ? null : pointOnCanvas(last.x, last.y));
