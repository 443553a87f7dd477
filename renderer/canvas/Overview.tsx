import { useViewport } from '@xyflow/react';
import { type KeyboardEvent, type PointerEvent, useDeferredValue, useMemo, useState } from 'react';
import type { Point } from '../../shared/model/schema';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { t } from '../words/t';
import { keeper, useFigures } from './figure-store';
import { useShownDesign } from './lanes/shown';
import styles from './Overview.module.css';
import { OverviewDrawing } from './OverviewDrawing';
import { useOverlayCards } from './overlay-store';
import { type OverviewPaths, overviewPaths, rectPath } from './overview-paths';
import { boundsOf } from './part-boxes';
import { canvasExtent, centreAt, fitAll, leavePlace } from './viewport';

const width = 140;
const height = 82;
const padding = 6;

/** Parts of the screen that a press of an arrow key moves the view by. */
const keyStep = 0.25;

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -keyStep, y: 0 },
  ArrowRight: { x: keyStep, y: 0 },
  ArrowUp: { x: 0, y: -keyStep },
  ArrowDown: { x: 0, y: keyStep },
};

/** The whole design at a glance, with the part that is on the screen: pressed, dragged or moved with arrow keys it goes there. */
export function Overview() {
  const editor = useEditor();
  const design = useShownDesign();
  // The cards themselves first.
  const index = useDeferredValue(useFigures((state) => state.index));
  const showsFigures = useView((state) => state.figures);
  const cardOf = useOverlayCards();
  const [keep] = useState(() => keeper<OverviewPaths | null>());
  const drawing = useMemo(() => {
    if (design === null) return null;
    const levelOf = cardOf === null ? null : (id: string) => cardOf(id)?.level ?? null;
    // The same object where it looks the same, which most edits leave it: it is not drawn again.
    return keep(design.id, overviewPaths(design, showsFigures ? index : null, levelOf));
  }, [design, index, showsFigures, cardOf, keep]);
  const viewport = useViewport();
  if (drawing === null) return null;
  const extent = canvasExtent(editor);
  const seen = {
    x: -viewport.x / viewport.zoom,
    y: -viewport.y / viewport.zoom,
    width: extent.width / viewport.zoom,
    height: extent.height / viewport.zoom,
  };
  const all = boundsOf([drawing.bounds, seen]) ?? drawing.bounds;
  const scale = Math.min((width - 2 * padding) / all.width, (height - 2 * padding) / all.height);
  const left = (width - all.width * scale) / 2 - all.x * scale;
  const top = (height - all.height * scale) / 2 - all.y * scale;
  const goTo = (event: PointerEvent<Element>): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    centreAt(editor, {
      x: (event.clientX - rect.left - left) / scale,
      y: (event.clientY - rect.top - top) / scale,
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = arrows[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    centreAt(editor, {
      x: seen.x + seen.width * (0.5 + by.x),
      y: seen.y + seen.height * (0.5 + by.y),
    });
  };
  return (
    <button
      type="button"
      className={`nopan nowheel nokey ${styles.map}`}
      data-floating=""
      aria-label={t('Minimap: arrow keys move the view, Enter shows all')}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        // A press of the pointer has gone to its place already.
        if (event.detail === 0) fitAll(editor);
      }}
    >
      <OverviewDrawing paths={drawing} place={{ left, top, scale }} width={width} height={height} />
      <svg
        className={styles.frame}
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          leavePlace(editor);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) goTo(event);
        }}
      >
        <path
          className={styles.seen}
          d={rectPath({
            x: left + seen.x * scale,
            y: top + seen.y * scale,
            width: seen.width * scale,
            height: seen.height * scale,
          })}
        />
      </svg>
    </button>
  );
}
