import { type PointerEvent, useRef } from 'react';
import { own } from '../../shared/model/own';
import type { Box } from '../../shared/model/schema';
import { endDrag, useDrag } from '../store/drag';
import styles from './ResizeHandles.module.css';
import { canvasPointAt } from './viewport';

const corners = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
type Corner = (typeof corners)[number];

const gridPx = 20;
const snapped = (value: number): number => Math.round(value / gridPx) * gridPx;

interface ResizeHandlesProps {
  readonly id: string;
  readonly box: Box;
  readonly smallest: { readonly width: number; readonly height: number };
  readonly onResize: (box: Box) => void;
}

/** Eight handles on the edge of what is selected and may be resized; the size is transient until one lets go. */
export function ResizeHandles({ id, box, smallest, onResize }: ResizeHandlesProps) {
  const held = useRef<{ readonly corner: Corner; readonly box: Box } | null>(null);
  const begin = (corner: Corner) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { corner, box };
    useDrag.setState({ active: true });
  };
  const move = (event: PointerEvent): void => {
    if (held.current === null) return;
    const { x, y } = canvasPointAt(event.clientX, event.clientY);
    const next = resized(held.current.box, held.current.corner, { x: snapped(x), y: snapped(y) }, smallest);
    useDrag.setState({ boxes: { [id]: next } });
  };
  const finish = (): void => {
    const next = own(useDrag.getState().boxes, id);
    const before = held.current?.box;
    held.current = null;
    endDrag();
    if (next !== undefined && before !== undefined && !sameBox(next, before)) onResize(next);
  };
  return corners.map((corner) => (
    <span
      key={corner}
      className={`nodrag nopan ${styles.handle} ${styles[corner]}`}
      onPointerDown={begin(corner)}
      onPointerMove={move}
      onPointerUp={finish}
      onLostPointerCapture={() => {
        if (held.current === null) return;
        held.current = null;
        endDrag();
      }}
    />
  ));
}

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The box with the held corner or side at the pointer, the other side staying where it is. */
export function resized(
  box: Box,
  corner: Corner,
  to: { readonly x: number; readonly y: number },
  smallest: { readonly width: number; readonly height: number },
): Box {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const left = corner.includes('w') ? Math.min(to.x, right - smallest.width) : box.x;
  const top = corner.includes('n') ? Math.min(to.y, bottom - smallest.height) : box.y;
  const farRight = corner.includes('e') ? Math.max(to.x, box.x + smallest.width) : right;
  const farBottom = corner.includes('s') ? Math.max(to.y, box.y + smallest.height) : bottom;
  return { x: left, y: top, width: farRight - left, height: farBottom - top };
}
