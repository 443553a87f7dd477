import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, type Ref, useMemo } from 'react';
import { useDocument } from '../store/document';
import styles from './EdgePopover.module.css';
import { middleOf, partBoxes } from './part-boxes';
import { useRoutes } from './route-store';

interface EdgePopoverProps {
  readonly edge: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly innerRef?: Ref<HTMLFieldSetElement>;
}

/** A small sheet above the middle of an edge, as large at every zoom. */
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
  return (
    <ViewportPortal>
      <fieldset
        ref={innerRef}
        className={`nodrag nopan nokey nowheel ${styles.sheet}`}
        style={{
          transform: `translate(${at.x}px, ${at.y}px) scale(var(--px-factor)) translate(-50%, calc(-100% - 12px))`,
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
