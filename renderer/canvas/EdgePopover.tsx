import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, type Ref, useMemo } from 'react';
import { type Design, nodesOf, type Point } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { useView } from '../store/view';
import styles from './EdgePopover.module.css';
import { middleOf, overlaps, partBoxes } from './part-boxes';
import { useRoutes } from './route-store';

interface EdgePopoverProps {
  readonly edge: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly innerRef?: Ref<HTMLFieldSetElement>;
}

/** About how large a sheet is on the screen, to see what it would cover. */
const sheetPx = { width: 320, height: 34, gap: 14 };

/** Whether fewer cards lie below a point than above it, where a sheet would cover them. */
function isFreerBelow(design: Design, at: Point, zoom: number): boolean {
  const width = sheetPx.width / zoom;
  const height = sheetPx.height / zoom;
  const gap = sheetPx.gap / zoom;
  const covered = (y: number): number => {
    const sheet = { x: at.x - width / 2, y, width, height };
    const boxes = partBoxes(design);
    return nodesOf(design).filter(({ id }) => {
      const box = boxes.get(id);
      return box !== undefined && overlaps(sheet, box);
    }).length;
  };
  return covered(at.y + gap) < covered(at.y - gap - height);
}

/** A small sheet above or below the middle of an edge, as large at every zoom. */
export function EdgePopover({ edge, label, children, onKeyDown, innerRef }: EdgePopoverProps) {
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
  const isBelow = useMemo(() => design !== null && isFreerBelow(design, at, zoom), [design, at, zoom]);
  return (
    <ViewportPortal>
      <fieldset
        ref={innerRef}
        className={`nodrag nopan nokey nowheel ${styles.sheet}`}
        style={{
          transform: `translate(${at.x}px, ${at.y}px) scale(var(--px-factor)) translate(-50%, ${isBelow ? '14px' : 'calc(-100% - 14px)'})`,
        }}
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {children}
      </fieldset>
    </ViewportPortal>
  );
}
