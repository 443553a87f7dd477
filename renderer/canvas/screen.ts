import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import type { Box, Design, Point } from '../../shared/model/schema';
import { activeEditor, allEditors, type Editor, perEditor } from '../store/editors';

export interface Surface {
  readonly flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport' | 'screenToFlowPosition'>;
  readonly element: HTMLElement;
  /** The box around what is drawn: given by the canvas, so that routing is not loaded before there is one. */
  readonly extentOf?: (editor: Editor, design: Design, only?: ReadonlySet<string>) => Box | null;
}

/** Where an editor's canvas is on the screen. */
interface Screen {
  surface: Surface | null;
  /** Reading the size of an element forces a layout: it is read when it changes only. */
  extent: { readonly width: number; readonly height: number };
  /** How much of it a panel at its right covers, px. */
  coveredRight: number;
  watch: ResizeObserver | null;
  /** Where the view is moving to, until `endsAt` of the page's clock. */
  heading: { readonly viewport: Viewport; readonly endsAt: number } | null;
}

export const screenOf = perEditor(
  (): Screen => ({
    surface: null,
    extent: { width: 0, height: 0 },
    coveredRight: 0,
    watch: null,
    heading: null,
  }),
);

/** The editor on whose canvas an element is; the active one where it is on none. */
export function editorAt(target: EventTarget | null): Editor {
  const canvas = target instanceof Element ? target.closest('[data-canvas]') : null;
  const found = allEditors().find((editor) => canvas?.contains(screenOf(editor).surface?.element ?? null));
  return found ?? activeEditor();
}

/** How long a movement of the canvas takes; 0 for who wants none. */
export const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140);

/** The canvas point at a place of the window. */
export function canvasPointAt(editor: Editor, clientX: number, clientY: number): Point {
  return (
    screenOf(editor).surface?.flow.screenToFlowPosition(
      { x: clientX, y: clientY },
      { snapToGrid: false },
    ) ?? { x: 0, y: 0 }
  );
}

/** The place in the window, relative to the canvas, of a canvas point. */
export function screenPointOf(editor: Editor, point: Point): Point {
  const view = screenOf(editor).surface?.flow.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  return { x: point.x * view.zoom + view.x, y: point.y * view.zoom + view.y };
}

/** The canvas with all that floats over it; null while it is not on the screen. */
export const canvasRoot = (editor: Editor): HTMLElement | null =>
  screenOf(editor).surface?.element.closest<HTMLElement>('[data-canvas]') ?? null;

/** Where the canvas is in the window; null while it is not on the screen. */
export const canvasRect = (editor: Editor): DOMRect | null =>
  screenOf(editor).surface?.element.getBoundingClientRect() ?? null;

/** Gives the keyboard to the canvas. */
export function focusCanvas(editor: Editor): void {
  screenOf(editor).surface?.element.focus({ preventScroll: true });
}

/** Width and height of the canvas on the screen. */
export const canvasExtent = (editor: Editor): Screen['extent'] => screenOf(editor).extent;

/** Width and height of what no panel covers. */
export function freeExtent(editor: Editor): Screen['extent'] {
  const { extent, coveredRight } = screenOf(editor);
  return { ...extent, width: Math.max(0, extent.width - coveredRight) };
}

/** Where in the window the part of the canvas is that no panel covers; null while it is not on the screen. */
export function freeRect(editor: Editor): Box | null {
  const rect = canvasRect(editor);
  return rect === null ? null : { x: rect.left, y: rect.top, ...freeExtent(editor) };
}

/** The canvas point in the middle of what no panel covers. */
export function canvasCentre(editor: Editor): Point {
  const { x, y } = canvasRect(editor) ?? { x: 0, y: 0 };
  const { width, height } = freeExtent(editor);
  return canvasPointAt(editor, x + width / 2, y + height / 2);
}

/** Where the view is, to come back to it; null while there is no canvas on the screen. */
export const viewportNow = (editor: Editor): Viewport | null =>
  screenOf(editor).surface?.flow.getViewport() ?? null;

/** What the view shows once it has moved; null while there is no canvas. A step on the way must not decide what the next one is. */
export function viewportAhead(editor: Editor): Viewport | null {
  const { surface, heading } = screenOf(editor);
  if (surface === null) return null;
  return heading !== null && performance.now() < heading.endsAt
    ? heading.viewport
    : surface.flow.getViewport();
}

/**
 * The middle of a box in px of the screen from the corner of the canvas, once the view has moved; null where it is out of view or under
 * a panel.
 */
export function middleInView(editor: Editor, box: Box): Point | null {
  const viewport = viewportAhead(editor);
  if (viewport === null) return null;
  const { width, height } = freeExtent(editor);
  const x = (box.x + box.width / 2) * viewport.zoom + viewport.x;
  const y = (box.y + box.height / 2) * viewport.zoom + viewport.y;
  return x >= 0 && y >= 0 && x <= width && y <= height ? { x, y } : null;
}
