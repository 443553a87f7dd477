import { useStore } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, type Ref, useLayoutEffect, useMemo, useRef } from 'react';
import { type Design, nodesOf, type Point } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useView } from '../../store/view';
import { middleOf, overlaps, partBoxes } from '../part-boxes';
import styles from './EdgePopover.module.css';
import { popoverPlace } from './popover-place';
import { useRoutes } from './route-store';

interface EdgePopoverProps {
  readonly edge: string;
  readonly label: string;
  readonly rows?: number;
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly innerRef?: Ref<HTMLFieldSetElement>;
}

/** About how large a sheet is on the screen, to see what it would cover. */
const sheetPx = { width: 320, padding: 8, row: 26, gap: 14 };

/** Where the sheet covers no card: close above the point, close below it, else above or below the cards in its way. */
function topOfSheet(design: Design, at: Point, zoom: number, rows: number): number {
  const width = sheetPx.width / zoom;
  const height = (sheetPx.padding + rows * sheetPx.row) / zoom;
  const gap = sheetPx.gap / zoom;
  const boxes = partBoxes(design);
  const cards = nodesOf(design).flatMap(({ id }) => boxes.get(id) ?? []);
  const coveredAt = (y: number) =>
    cards.filter((box) => overlaps({ x: at.x - width / 2, y, width, height }, box));
  const above = at.y - gap - height;
  const below = at.y + gap;
  const farAbove = Math.min(above, ...coveredAt(above).map((box) => box.y - gap / 2 - height));
  const farBelow = Math.max(below, ...coveredAt(below).map((box) => box.y + box.height + gap / 2));
  return [above, below, farAbove, farBelow].find((y) => coveredAt(y).length === 0) ?? above;
}

/** Keeps the popover at its edge while the view moves, and whole on the canvas. */
function usePlace(middle: number, top: number): Ref<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null);
  const [left, above, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const { x, y } = popoverPlace(
      { x: middle * zoom + left, y: top * zoom + above },
      { width: element.offsetWidth, height: element.offsetHeight },
      { width, height },
    );
    element.style.transform = `translate(${x}px, ${y}px)`;
  });
  return place;
}

/** A small sheet above or below the middle of an edge, of the same size at every zoom. */
export function EdgePopover({ edge, label, rows = 1, children, onKeyDown, innerRef }: EdgePopoverProps) {
  const route = useRoutes((state) => state.routes.get(edge));
  const design = useDocument((state) => state.design);
  const at = useMemo(() => {
    if (route?.label !== null && route?.label !== undefined) return route.label;
    const middle = route?.points[Math.floor((route.points.length - 1) / 2)];
    const next = route?.points[Math.floor((route.points.length - 1) / 2) + 1];
    if (middle !== undefined && next !== undefined)
      return { x: (middle.x + next.x) / 2, y: (middle.y + next.y) / 2 };
    const [box] = design === null ? [] : partBoxes(design).values();
    return box === undefined ? { x: 0, y: 0 } : middleOf(box);
  }, [route, design]);
  const zoom = useView((state) => state.zoom);
  const top = useMemo(
    () => (design === null ? at.y : topOfSheet(design, at, zoom, rows)),
    [design, at, zoom, rows],
  );
  const place = usePlace(at.x, top);
  return (
    <div ref={place} className={`nodrag nopan nokey nowheel ${styles.place}`}>
      <fieldset
        ref={innerRef}
        className={styles.sheet}
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {children}
      </fieldset>
    </div>
  );
}
