import { arrowLine, arrowPath } from '../../../../shared/layout/annotations/arrow-line';
import { useEditor } from '../../../store/editors';
import { gesturesOf } from '../../tools/gestures';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { beginArrowEnd } from './draw-arrow';

/** What is selected of an arrow, and its two ends, which are dragged to other parts. */
export function ArrowHandles({ mark, box, attachedOf }: DrawingProps) {
  const editor = useEditor();
  const gestures = gesturesOf(editor);
  const line = arrowLine(mark, attachedOf);
  const ends = [
    ['from', line.points[0]],
    ['to', line.points.at(-1)],
  ] as const;
  return (
    <>
      <svg className={styles.drawing} width={box.width} height={box.height} aria-hidden="true">
        <path className={styles.chosen} d={arrowPath(line)} transform={`translate(${-box.x} ${-box.y})`} />
      </svg>
      {ends.map(([end, point]) =>
        point === undefined ? null : (
          <span
            key={end}
            className={`nodrag nopan ${styles.end}`}
            style={{ left: point.x - box.x, top: point.y - box.y }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
              beginArrowEnd(editor, mark.id, end);
            }}
            onPointerMove={gestures.move}
            onPointerUp={(event) => gestures.finish('move-end', event)}
          />
        ),
      )}
    </>
  );
}
