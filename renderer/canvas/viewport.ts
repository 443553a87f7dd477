import type { Viewport } from '@xyflow/react';
import { lanesOf } from '../../shared/edits/in-lanes';
import { marksById } from '../../shared/layout/geometry';
import { collapsedParts } from '../../shared/model/collapsed';
import { type Box, type Design, flowsOf, type Point } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { shownDesign } from './lanes/shown';
import { boundsOf, partBoxes } from './part-boxes';
import { placeLeft, placesOf, type ScreenPlace } from './places';
import {
  freeExtent,
  middleInView,
  motionMs,
  type Surface,
  screenOf,
  screenPointOf,
  viewportAhead,
} from './screen';
import { fitMaxZoom, maxZoom, minZoomOf } from './zoom-limits';

export {
  canvasCentre,
  canvasExtent,
  canvasPointAt,
  canvasRect,
  canvasRoot,
  editorAt,
  focusCanvas,
  freeExtent,
  freeRect,
  motionMs,
  screenPointOf,
  viewportNow,
} from './screen';

const fitPaddingPx = 48;
const lanesPaddingPx = 16;
/** From here on a part that is gone to can be read. */
const readableZoom = 0.6;

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

/** Says how much of the canvas a panel at its right covers, which is not free for what is shown. */
export function coverRight(editor: Editor, px: number): void {
  const screen = screenOf(editor);
  const isMore = px > screen.coveredRight;
  screen.coveredRight = px;
  // What floats over the canvas reads it too.
  screen.surface?.element.closest('[data-canvas]')?.parentElement?.style.setProperty('--covered', `${px}px`);
  const { ids, flow } = editor.selection.getState();
  if (isMore && (ids.size === 1 || flow !== null)) revealSelection(editor, true);
}

/** `animated` is whether it moves there, or in how many ms. */
function show(editor: Editor, viewport: Viewport, animated: boolean | number = true): void {
  const screen = screenOf(editor);
  if (screen.surface === null) return;
  const duration = animated === true ? motionMs() : Number(animated);
  screen.heading = duration > 0 ? { viewport, endsAt: performance.now() + duration } : null;
  screen.surface.flow.setViewport(viewport, duration > 0 ? { duration } : undefined);
  editor.setView({ zoom: viewport.zoom });
}

/** What is on the screen; null while there is no canvas. */
export function placeNow(editor: Editor): ScreenPlace | null {
  const view = screenOf(editor).surface?.flow.getViewport();
  return view === undefined ? null : { ...view, lanes: editor.view.getState().lanes };
}

/** Shows a place as it was; whether it is in lanes is the caller's. */
export const showPlace = (editor: Editor, { x, y, zoom }: ScreenPlace): void => show(editor, { x, y, zoom });

/** Notes what is on the screen before a jump, so that one can go back to it. */
export function leavePlace(editor: Editor): void {
  const [design, now] = [editor.design(), placeNow(editor)];
  if (design === null || now === null) return;
  const places = placesOf(editor);
  places.setState(placeLeft(places.getState(), design.id, now), true);
}

/** Room kept free at the foot of the canvas, for the tools that are there, and at its head for the heads of lanes. */
export const footPx = 56;
const headPx = 132;

export const headOf = (editor: Editor): number => (editor.view.getState().lanes ? headPx : 0);

function fitBox(editor: Editor, box: Box | null, animated: boolean, atTop = false): void {
  if (box === null) return;
  const { width, height } = freeExtent(editor);
  if (width === 0 || height === 0) return;
  const head = headOf(editor);
  const sidePx = head > 0 ? lanesPaddingPx : fitPaddingPx;
  const free = { width: width - 2 * sidePx, height: height - 2 * fitPaddingPx - footPx - head };
  const fitting = Math.min(free.width / Math.max(1, box.width), free.height / Math.max(1, box.height));
  const zoom = Math.min(fitMaxZoom, Math.max(minZoomOf(editor.design()), fitting));
  show(
    editor,
    {
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: atTop
        ? head + lanesPaddingPx - box.y * zoom
        : head + (height - footPx - head) / 2 - (box.y + box.height / 2) * zoom,
      zoom,
    },
    animated,
  );
}

const drawnExtent = (editor: Editor, design: Design, only?: ReadonlySet<string>): Box | null =>
  screenOf(editor).surface?.extentOf?.(editor, design, only) ?? null;

/** Shows the whole design. */
export function fitAll(editor: Editor, animated = true): void {
  const design = shownDesign(editor);
  if (design === null) return;
  if (animated) leavePlace(editor);
  const { lanes } = editor.view.getState();
  // Lanes are below their heads, as the columns of a table.
  fitBox(editor, withLanes(editor, design, drawnExtent(editor, design)), animated, lanes);
}

/** The box with the lanes around it, whose heads stand over all of their width. */
function withLanes(editor: Editor, design: Design, box: Box | null): Box | null {
  if (box === null || !editor.view.getState().lanes) return box;
  return boundsOf([box, ...lanesOf(design).map(({ x, width }) => ({ x, width, y: box.y, height: 0 }))]);
}

/** Shows what is selected; the whole design where nothing is. */
export function fitSelection(editor: Editor): void {
  const design = shownDesign(editor);
  if (design === null) return;
  leavePlace(editor);
  fitBox(
    editor,
    drawnExtent(editor, design, editor.selection.getState().ids) ?? drawnExtent(editor, design),
    true,
  );
}

/** Shows these parts. */
export function fitParts(editor: Editor, ids: ReadonlySet<string>): void {
  const design = editor.design();
  if (design !== null) fitBox(editor, drawnExtent(editor, design, ids), true);
}

/** Moves the view by so many px of the screen, at once. */
export function panBy(editor: Editor, { x, y }: Point): void {
  const view = screenOf(editor).surface?.flow.getViewport();
  if (view !== undefined) show(editor, { ...view, x: view.x + x, y: view.y + y }, false);
}

/** Zooms about the middle of what is selected where that can be seen, so that it stays in view; else about that of the canvas. */
export function zoomTo(editor: Editor, zoom: number): void {
  const { width, height } = freeExtent(editor);
  const design = shownDesign(editor);
  const selected = design === null ? null : drawnExtent(editor, design, editor.selection.getState().ids);
  const still = selected === null ? null : middleInView(editor, selected);
  zoomAbout(editor, still ?? { x: width / 2, y: height / 2 }, zoom, true);
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
  const before = viewportAhead(editor);
  if (before === null) return;
  const next = Math.min(maxZoom, Math.max(minZoomOf(editor.design()), zoom));
  const factor = next / before.zoom;
  const x = still.x - (still.x - before.x) * factor;
  const y = still.y - (still.y - before.y) * factor;
  show(editor, { x, y, zoom: next }, animated);
}

export const zoomBy = (editor: Editor, factor: number): void =>
  zoomTo(editor, editor.view.getState().zoom * factor);

/** Brings a part into the middle, keeping the zoom where the part can be read at it. */
export function centerOn(editor: Editor, id: string): void {
  const design = shownDesign(editor);
  const { surface } = screenOf(editor);
  if (design === null || surface === null) return;
  // What is in a collapsed group is where that is.
  const box = partBoxes(design).get(collapsedParts(design).within.get(id) ?? id);
  if (box === undefined) return;
  leavePlace(editor);
  const { width, height } = freeExtent(editor);
  const zoom = Math.max(surface.flow.getViewport().zoom, readableZoom);
  show(editor, {
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  });
}

/** Moves the view no farther than it takes for the box to be seen, with a margin. */
export function reveal(editor: Editor, box: Box, topPx = 0, rightPx = 0): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const { width, height } = freeExtent(editor);
  const view = surface.flow.getViewport();
  const shift = (near: number, far: number, extent: number): number => {
    if (far - near > extent - 2 * fitPaddingPx) return extent / 2 - (near + far) / 2;
    return Math.max(0, fitPaddingPx - near) - Math.max(0, far - (extent - fitPaddingPx));
  };
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y - topPx;
  const dx = shift(left, left + box.width * view.zoom, width - rightPx);
  const head = headOf(editor);
  const dy = shift(top - head, top - head + box.height * view.zoom, height - footPx - topPx - head);
  if (dx !== 0 || dy !== 0) show(editor, { ...view, x: view.x + dx, y: view.y + dy });
}

/** Room at the top of the canvas, and at its right, that a panel over it takes, px. */
interface Clearance {
  readonly topPx: number;
  readonly rightPx?: number;
}

/** Brings a box into view: no farther than it takes where it can be read at the zoom, else into the middle and nearer. */
export function bringIntoView(editor: Editor, box: Box, { topPx, rightPx = 0 }: Clearance): void {
  const { surface } = screenOf(editor);
  if (surface === null) return;
  const view = surface.flow.getViewport();
  if (view.zoom >= readableZoom) {
    reveal(editor, box, topPx, rightPx);
    return;
  }
  const { width: freeWidth, height } = freeExtent(editor);
  const width = freeWidth - rightPx;
  const free = { width: width - 2 * fitPaddingPx, height: height - topPx - fitPaddingPx - footPx };
  const fitting = Math.min(free.width / box.width, free.height / box.height);
  const zoom = Math.max(view.zoom, Math.min(readableZoom, fitting));
  show(editor, {
    x: width / 2 - (box.x + box.width / 2) * zoom,
    y: topPx + free.height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  });
}

/** Moves the view, in so many ms; at once where the person wants no motion. */
export const showViewport = (editor: Editor, viewport: Viewport, durationMs = motionMs()): void =>
  show(editor, viewport, motionMs() === 0 || durationMs === 0 ? 0 : durationMs);

/** A panel that opens must not cover what it opened for; of one that lies over the canvas, only what is under it is moved. */
function revealSelection(editor: Editor, isOver = false): void {
  const design = shownDesign(editor);
  if (design === null) return;
  const { ids: selected, flow } = editor.selection.getState();
  // A flow is shown at its client.
  const entry = flowsOf(design).find(({ id }) => id === flow)?.entry;
  const ids = entry === undefined ? [...selected] : [entry];
  const chosen = boundsOf(ids.flatMap((id) => partBoxes(design).get(id) ?? []));
  // What is drawn by hand is where one looks, and must not move under the pointer.
  if (chosen === null || ids.every((id) => marksById(design).has(id))) return;
  const right = screenPointOf(editor, { x: chosen.x + chosen.width, y: chosen.y }).x;
  const isFree = isOver && right <= freeExtent(editor).width;
  if (!isFree && !editor.drag.getState().active) reveal(editor, chosen);
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
  const { width, height } = freeExtent(editor);
  const { zoom } = surface.flow.getViewport();
  show(editor, { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }, false);
}
