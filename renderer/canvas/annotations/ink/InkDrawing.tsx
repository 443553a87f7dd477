import { useMemo } from 'react';
import { inkOutline } from '../../../../shared/diagram/ink-outline';
import { placedInk } from '../../../../shared/layout/annotations/ink';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';

/** A stroke. */
export function InkDrawing({ mark, box }: DrawingProps) {
  const outline = useMemo(() => inkOutline(mark), [mark]);
  const line = useMemo(
    () =>
      placedInk(mark)
        .map(({ x, y }) => `${x},${y}`)
        .join(' '),
    [mark],
  );
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <polyline className={styles.hit} points={line} />
      <path className={styles.ink} d={outline} />
    </g>
  );
}
