import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import type { Box, Point } from '../../shared/model/schema';
import { currentDesign } from '../store/document';
import { useDrag } from '../store/drag';
import { useSelection } from '../store/selection';
import { setView, useView } from '../store/view';
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

let surface: Surface | null = null;

/** The canvas on the screen announces itself here; everything else moves the view through this file. */
export function setSurface(next: Surface | null): void {
  surface = next;
  watch?.disconnect();
  watch = null;
  if (next === null) return;
  const measure = (): void => {
    extent = { width: next.element.clientWidth, height: next.element.clientHeight };
  };
  measure();
  watch = new ResizeObserver(() => {
    const before = extent;
    measure();
    if (extent.width < before.width || extent.height < before.height) revealSelection();
  });
  watch.observe(next.element);
}

const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140);

function show(viewport: Viewport, animated = true): void {
  if (surface === null) return;
  surface.flow.setViewport(viewport, animated ? { duration: motionMs() } : undefined);
  setView({ zoom: viewport.zoom });
}

let extent = { width: 0, height: 0 };
let watch: ResizeObserver | null = null;

/** Reading the size of an element forces a layout: it is read when it changes only. */
function size(): { readonly width: number; readonly height: number } {
  return extent;
}

/** Room kept free at the foot of the canvas, for the tools that stand there. */
const footPx = 56;

function fitBox(box: Box | null, animated: boolean): void {
  if (box === null) return;
  const { width, height } = size();
  if (width === 0 || height === 0) return;
  const free = { width: width - 2 * fitPaddingPx, height: height - 2 * fitPaddingPx - footPx };
  const fitting = Math.min(free.width / Math.max(1, box.width), free.height / Math.max(1, box.height));
  const zoom = Math.min(fitMaxZoom, Math.max(minZoom, fitting));
  show(
    {
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: (height - footPx) / 2 - (box.y + box.height / 2) * zoom,
      zoom,
    },
    animated,
  );
}

/** Shows the whole design. */
export function fitAll(animated = true): void {
  const design = currentDesign();
  if (design !== null) fitBox(drawnExtent(design), animated);
}

/** Shows what is selected; the whole design where nothing is. */
export function fitSelection(): void {
  const design = currentDesign();
  if (design === null) return;
  fitBox(drawnExtent(design, useSelection.getState().ids) ?? drawnExtent(design), true);
}

/** Zooms about the middle of the canvas. */
export function zoomTo(zoom: number): void {
  const { width, height } = size();
  zoomAbout({ x: width / 2, y: height / 2 }, zoom, true);
}

/** Zooms by a factor about a place of the window, which keeps showing what it shows. */
export function zoomAt(clientX: number, clientY: number, factor: number): void {
  if (surface === null) return;
  const { left, top } = surface.element.getBoundingClientRect();
  zoomAbout({ x: clientX - left, y: clientY - top }, surface.flow.getViewport().zoom * factor, false);
}

/** `still` is in pixels of the screen from the corner of the canvas. */
function zoomAbout(still: Point, zoom: number, animated: boolean): void {
  if (surface === null) return;
  const before = surface.flow.getViewport();
  const next = Math.min(maxZoom, Math.max(minZoom, zoom));
  const factor = next / before.zoom;
  const x = still.x - (still.x - before.x) * factor;
  const y = still.y - (still.y - before.y) * factor;
  show({ x, y, zoom: next }, animated);
}

export function zoomBy(factor: number): void {
  zoomTo(useView.getState().zoom * factor);
}

/** Brings a part into the middle, keeping the zoom where the part can be read at it. */
export function centerOn(id: string): void {
  const design = currentDesign();
  if (design === null || surface === null) return;
  const box = partBoxes(design).get(id);
  if (box === undefined) return;
  const { width, height } = size();
  const zoom = Math.max(surface.flow.getViewport().zoom, 0.6);
  show({
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  });
}

/** Moves the view no farther than it takes for the box to be seen, with a margin. */
export function reveal(box: Box): void {
  if (surface === null) return;
  const { width, height } = size();
  const view = surface.flow.getViewport();
  const shift = (near: number, far: number, extent: number): number => {
    if (far - near > extent - 2 * fitPaddingPx) return extent / 2 - (near + far) / 2;
    return Math.max(0, fitPaddingPx - near) - Math.max(0, far - (extent - fitPaddingPx));
  };
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  const dx = shift(left, left + box.width * view.zoom, width);
  const dy = shift(top, top + box.height * view.zoom, height - footPx);
  if (dx !== 0 || dy !== 0) show({ ...view, x: view.x + dx, y: view.y + dy });
}

/** A panel that opens beside must not cover what it opened for. */
function revealSelection(): void {
  const design = currentDesign();
  if (design === null) return;
  const boxes = partBoxes(design);
  const chosen = boundsOf([...useSelection.getState().ids].flatMap((id) => boxes.get(id) ?? []));
  if (chosen !== null && !useDrag.getState().active) reveal(chosen);
}

/** The canvas point at a place of the window. */
export function canvasPointAt(clientX: number, clientY: number): Point {
  return (
    surface?.flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }) ?? { x: 0, y: 0 }
  );
}

/** The place in the window, relative to the canvas, of a canvas point. */
export function screenPointOf(point: Point): Point {
  const view = surface?.flow.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  return { x: point.x * view.zoom + view.x, y: point.y * view.zoom + view.y };
}

export function canvasCentre(): Point {
  const rect = surface?.element.getBoundingClientRect();
  return rect === undefined
    ? { x: 0, y: 0 }
    : canvasPointAt(rect.left + rect.width / 2, rect.top + rect.height / 2);
}

/** Gives the keyboard to the canvas. */
export function focusCanvas(): void {
  surface?.element.focus({ preventScroll: true });
}

/** Shows the origin at the left, in the middle of the height: where a new design begins. */
export function showStart(): void {
  const { height } = size();
  show({ x: 96, y: Math.round((height - footPx) / 2) - 46, zoom: 1 });
}

/** Brings a canvas point into the middle, at the zoom that is. */
export function centreAt({ x, y }: Point): void {
  if (surface === null) return;
  const { width, height } = size();
  const { zoom } = surface.flow.getViewport();
  show({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }, false);
}

/** Width and height of the canvas on the screen. */
export const canvasExtent = size;
