import { type PointerEvent, useState } from 'react';
import type { Box, Point } from '../../../shared/model/schema';
import { t } from '../../i18n/t';
import { setView } from '../../store/view';
import { addGroup, snapped } from '../arrange';
import { canvasPointAt, screenPointOf } from '../viewport';
import styles from './GroupTool.module.css';

const smallestPx = 60;
const usual = { width: 480, height: 320 };

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** A sheet over the canvas while the group tool is up: a drag draws the group, a click puts down one of usual size. */
export function GroupTool() {
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const pointOf = (event: PointerEvent): Point => {
    const { x, y } = canvasPointAt(event.clientX, event.clientY);
    return { x: snapped(x), y: snapped(y) };
  };
  const finish = (): void => {
    if (drawn === null) return;
    const box = boxBetween(drawn.from, drawn.to);
    setDrawn(null);
    setView({ tool: 'select' });
    addGroup(box.width < smallestPx || box.height < smallestPx ? { ...drawn.from, ...usual } : box);
  };
  return (
    <div
      className={styles.sheet}
      aria-label={t('Drag to draw a group')}
      role="application"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = pointOf(event);
        setDrawn({ from, to: from });
      }}
      onPointerMove={(event) => {
        if (drawn !== null) setDrawn({ from: drawn.from, to: pointOf(event) });
      }}
      onPointerUp={finish}
    >
      {drawn === null ? null : <Frame from={drawn.from} to={drawn.to} />}
    </div>
  );
}

function Frame({ from, to }: { readonly from: Point; readonly to: Point }) {
  const { x, y, width, height } = boxBetween(screenPointOf(from), screenPointOf(to));
  return <div className={styles.frame} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />;
}
