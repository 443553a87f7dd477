import { dashesOf } from '../../../../shared/layout/annotations/dashes';
import {
  shapeLines,
  shapeOf,
  shapeStrokePx,
  shapeTextBox,
} from '../../../../shared/layout/annotations/shape';
import { shapePaths } from '../../../../shared/layout/annotations/shape-paths';
import { useSketch, useSketched } from '../../hand-drawn';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { MarkLines } from '../MarkLines';

/** A shape with its text. */
export function ShapeDrawing({ mark, box }: DrawingProps) {
  const { outline, detail } = shapePaths(shapeOf(mark), box);
  const strokePx = mark.strokePx ?? shapeStrokePx;
  const stroke = { strokeWidth: strokePx, strokeDasharray: dashesOf(mark, strokePx) };
  const sketch = useSketch();
  const once = stroke.strokeDasharray !== undefined;
  const line = useSketched(outline, mark.id, { once });
  const detailLine = useSketched(detail, `${mark.id} detail`, { once });
  const placed = { ...mark, ...box };
  return (
    <>
      {sketch === null ? null : <path className={styles.filled} d={outline} />}
      <path className={`${styles.line} ${sketch === null ? styles.filled : ''}`} d={line} {...stroke} />
      {detail === '' ? null : <path className={styles.line} d={detailLine} {...stroke} />}
      <MarkLines mark={mark} lines={shapeLines(placed)} box={shapeTextBox(placed)} />
    </>
  );
}
