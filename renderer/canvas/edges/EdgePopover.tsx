import { type KeyboardEvent, type ReactNode, type Ref, useMemo, useRef } from 'react';
import { useShownDesign } from '../lanes/shown';
import { middleOf, partBoxes } from '../part-boxes';
import { useClearPlace } from '../use-clear-place';
import styles from './EdgePopover.module.css';
import { useRoutes } from './route-store';

interface EdgePopoverProps {
  readonly edge: string;
  readonly label: string;
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly innerRef?: Ref<HTMLFieldSetElement>;
}

const placements = ['top', 'bottom', 'right', 'left'] as const;

/** Half the size of what the sheet leaves free around the middle of its edge: the edge's label. */
const aboutLabel = { x: 36, y: 10 };

/** A small sheet above or below the middle of an edge, of the same size at every zoom. */
export function EdgePopover({ edge, label, children, onKeyDown, innerRef }: EdgePopoverProps) {
  const route = useRoutes((state) => state.routes.get(edge));
  const design = useShownDesign();
  const at = useMemo(() => {
    if (route?.label !== null && route?.label !== undefined) return route.label;
    const middle = route?.points[Math.floor((route.points.length - 1) / 2)];
    const next = route?.points[Math.floor((route.points.length - 1) / 2) + 1];
    if (middle !== undefined && next !== undefined)
      return { x: (middle.x + next.x) / 2, y: (middle.y + next.y) / 2 };
    const [box] = design === null ? [] : partBoxes(design).values();
    return box === undefined ? { x: 0, y: 0 } : middleOf(box);
  }, [route, design]);
  const place = useRef<HTMLDivElement>(null);
  useClearPlace(place, {
    about: {
      x: at.x - aboutLabel.x,
      y: at.y - aboutLabel.y,
      width: 2 * aboutLabel.x,
      height: 2 * aboutLabel.y,
    },
    placements,
    gapPx: 8,
  });
  return (
    <div ref={place} data-floating="" className={`nodrag nopan nokey nowheel ${styles.place}`}>
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
