import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import type { Box, Point } from '../../shared/model/schema';
import { activeEditor, allEditors, type Editor, perEditor } from '../store/editors';
import { drawnExtent } from './drawn-extent';
import { boundsOf, partBoxes } from './part-boxes';

export const minZoom = 0.05;
export const maxZoom = 3;

/** What fitting never goes beyond, so that a single card is not blown up. */
const fitMaxZoom = 1;
const fitPaddingPx = 48;

interface Surface {
  readonly flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport' | 'screenToFlowPosition'>;
  readonly element: HTMLElement;
}

/** Where an editor's canvas is on the screen. */
interface Screen {
  surface: Surface | null;
  /** Reading the size of an element forces a layout: it is read when it changes only. */
  extent: { readonly width: number; readonly height: number };
  watch: ResizeObserver | null;
}

const screenOf = perEditor((): Screen => ({ surface: null, extent: { width: 0, height: 0 }, watch: null }));

/** The canvas on the screen announces itself here; everything else moves the view through this file. */
export function setSurface(editor: Editor, next: Surface | null): void {
  const screen = screenOf(editor);
  screen.surface = next;
  screen.watch?.disconnect();
  screen.watch = null;
  if (next === null) return;
  const measure = (): void => {
    screen.extent = { width: next.element.clientWidth, height: next.element.clientHeight };
  };
  measure();
  screen.watch = new ResizeObserver(() => {
    const before = screen.extent;
    measure();
    const { width, height } = screen.extent;
    if (width < before.width || height < before.height) revealSelection(editor);
  });
  screen.watch.observe(next.element);
}

/** The editor on whose canvas an element is; the active one where it is on none. */
export function editorAt(target: EventTarget | null): Editor {
  const canvas = target instanceof Element ? target.closest('[data-canvas]') : null;
  const found = allEditors().find((editor) => canvas?.contains(screenOf(editor).surface?.element ?? null));
  return found ?? activeEditor();
}

const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140);

function show(editor: Editor, viewport: Viewport, animated = true): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  surface.flow.setViewport(viewport, animated ? { duration: motionMs() } : undefined);
  editor.setView({ zoom: viewport.zoom });
}

/** Room kept free at the foot of the canvas, for the tools that stand there. */
const footPx = 56;

function fitBox(editor: Editor, box: Box | null, animated: boolean): void {
  if (box === null) return;
  const { width, height } = screenOf(editor).extent;
  if (width === 0 || height === 0) return;
  const free = { width: width - 2 * fitPaddingPx, height: height - 2 * fitPaddingPx - footPx };
  const fitting = Math.min(free.width / Math.max(1, box.width), free.height / Math.max(1, box.height));
  const zoom = Math.min(fitMaxZoom, Math.max(minZoom, fitting));
  show(
    editor,
    {
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: (height - footPx) / 2 - (box.y + box.height / 2) * zoom,
      zoom,
    },
    animated,
  );
}

/** Shows the whole design. */
export function fitAll(editor: Editor, animated = true): void {
  const design = editor.design();
  if (design !== null) fitBox(editor, drawnExtent(editor, design), animated);
}

/** Shows what is selected; the whole design where nothing is. */
export function fitSelection(editor: Editor): void {
  const design = editor.design();
  if (design === null) return;
  fitBox(
    editor,
    drawnExtent(editor, design, editor.selection.getState().ids) ?? drawnExtent(editor, design),
    true,
  );
}

/** Zooms about the middle of the canvas. */
export function zoomTo(editor: Editor, zoom: number): void {
  const { width, height } = screenOf(editor).extent;
  zoomAbout(editor, { x: width / 2, y: height / 2 }, zoom, true);
}

/** Zooms by a factor about a place of the window, which keeps showing what it shows. */
export function zoomAt(editor: Editor, clientX: number, clientY: number, factor: number): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const { left, top } = surface.element.getBoundingClientRect();
  zoomAbout(editor, { x: clientX - left, y: clientY - top }, surface.flow.getViewport().zoom * factor, false);
}

/** `still` is in pixels of the screen from the corner of the canvas. */
function zoomAbout(editor: Editor, still: Point, zoom: number, animated: boolean): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const before = surface.flow.getViewport();
  const next = Math.min(maxZoom, Math.max(minZoom, zoom));
  const factor = next / before.zoom;
  const x = still.x - (still.x - before.x) * factor;
  const y = still.y - (still.y - before.y) * factor;
  show(editor, { x, y, zoom: next }, animated);
}

export function zoomBy(editor: Editor, factor: number): void {
  zoomTo(editor, editor.view.getState().zoom * factor);
}

/** Brings a part into the middle, keeping the zoom where the part can be read at it. */
export function centerOn(editor: Editor, id: string): void {
  const design = editor.design();
  const { surface } = screenOf(editor);
  if (design === null || surface === null) return;
  const box = partBoxes(design).get(id);
  if (box === undefined) return;
  const { width, height } = screenOf(editor).extent;
  const zoom = Math.max(surface.flow.getViewport().zoom, 0.6);
  show(editor, {
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  });
}

/** Moves the view no farther than it takes for the box to be seen, with a margin. */
export function reveal(editor: Editor, box: Box): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const { width, height } = screenOf(editor).extent;
  const view = surface.flow.getViewport();
  const shift = (near: number, far: number, extent: number): number => {
    if (far - near > extent - 2 * fitPaddingPx) return extent / 2 - (near + far) / 2;
    return Math.max(0, fitPaddingPx - near) - Math.max(0, far - (extent - fitPaddingPx));
  };
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  const dx = shift(left, left + box.width * view.zoom, width);
  const dy = shift(top, top + box.height * view.zoom, height - footPx);
  if (dx !== 0 || dy !== 0) show(editor, { ...view, x: view.x + dx, y: view.y + dy });
}

/** A panel that opens beside must not cover what it opened for. */
function revealSelection(editor: Editor): void {
  const design = editor.design();
  if (design === null) return;
  const boxes = partBoxes(design);
  const chosen = boundsOf([...editor.selection.getState().ids].flatMap((id) => boxes.get(id) ?? []));
  if (chosen !== null && !editor.drag.getState().active) reveal(editor, chosen);
}

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

export function canvasCentre(editor: Editor): Point {
  const rect = screenOf(editor).surface?.element.getBoundingClientRect();
  return rect === undefined
    ? { x: 0, y: 0 }
    : canvasPointAt(editor, rect.left + rect.width / 2, rect.top + rect.height / 2);
}

/** Gives the keyboard to the canvas. */
export function focusCanvas(editor: Editor): void {
  screenOf(editor).surface?.element.focus({ preventScroll: true });
}

/** Shows the origin at the left, in the middle of the height: where a new design begins. */
export function showStart(editor: Editor): void {
  const { height } = screenOf(editor).extent;
  show(editor, { x: 96, y: Math.round((height - footPx) / 2) - 46, zoom: 1 });
}

/** Brings a canvas point into the middle, at the zoom that is. */
export function centreAt(editor: Editor, { x, y }: Point): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const { width, height } = screenOf(editor).extent;
  const { zoom } = surface.flow.getViewport();
  show(editor, { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }, false);
}

/** Width and height of the canvas on the screen. */
export const canvasExtent = (editor: Editor): Screen['extent'] => screenOf(editor).extent;
