import type { PointerEvent } from 'react';
import { nodesOf, type Point } from '../../../shared/model/schema';
import { currentDesign, useDocument } from '../../store/document';
import { select, toggleSelected, useSelection } from '../../store/selection';
import { gridPx } from '../arrange';
import { holds, partBoxes } from '../part-boxes';
import { beginDrag, dropDrag, isDragging, moveDrag } from '../tools/drag-session';
import { canvasPointAt } from '../viewport';
import { isFar } from './far';

const leastPullPx = 3;

interface Held {
  readonly id: string;
  readonly from: Point;
  readonly client: Point;
}

let held: Held | null = null;

/** The card at a point of the canvas. */
export function cardAt(point: Point): string | null {
  const design = currentDesign();
  if (design === null) return null;
  const boxes = partBoxes(design);
  const found = nodesOf(design).findLast(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && holds(box, point);
  });
  return found?.id ?? null;
}

/** From far there are no elements to press: the card under the pointer is found and taken hold of here. */
export function pressFar(event: PointerEvent<HTMLElement>): void {
  if (!isFar() || event.button !== 0 || !(event.target instanceof Element)) return;
  if (!event.target.classList.contains('react-flow__pane')) return;
  const from = canvasPointAt(event.clientX, event.clientY);
  const id = cardAt(from);
  if (id === null) return;
  event.stopPropagation();
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
  else if (!useSelection.getState().ids.has(id)) select([id]);
  if (useDocument.getState().readOnly) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  held = { id, from, client: { x: event.clientX, y: event.clientY } };
}

export function pullFar(event: PointerEvent): void {
  if (held === null) return;
  const { id, from, client } = held;
  if (!isDragging()) {
    if (Math.hypot(event.clientX - client.x, event.clientY - client.y) < leastPullPx) return;
    beginDrag([...useSelection.getState().ids], id);
  }
  const design = currentDesign();
  const box = design === null ? undefined : partBoxes(design).get(id);
  if (box === undefined) return;
  const to = canvasPointAt(event.clientX, event.clientY);
  const snap = (value: number): number => Math.round(value / gridPx) * gridPx;
  moveDrag(id, { x: snap(box.x + to.x - from.x), y: snap(box.y + to.y - from.y) });
}

export function releaseFar(event: PointerEvent): void {
  if (held === null) return;
  held = null;
  if (isDragging()) dropDrag(event.altKey);
}
