import { arrowStrokePx, arrowTextLines, arrowTextWidth } from '../../../../shared/layout/annotations/arrow';
import { arrowHeadAt, arrowLine, arrowPath } from '../../../../shared/layout/annotations/arrow-line';
import { dashesOf } from '../../../../shared/layout/annotations/dashes';
import { textLinePxOf } from '../../../../shared/layout/annotations/text-size';
import { useSketched } from '../../hand-drawn';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { MarkLines } from '../MarkLines';

/** An arrow with its heads and its text. */
export function ArrowDrawing({ mark, attachedOf }: DrawingProps) {
  const line = arrowLine(mark, attachedOf);
  const strokePx = mark.strokePx ?? arrowStrokePx;
  const path = arrowPath(line);
  const dashes = dashesOf(mark, strokePx);
  const drawn = useSketched(path, mark.id, { once: dashes !== undefined });
  const heads = [
    ['start', arrowHeadAt(line, 'start', mark.startHead ?? 'none', strokePx)],
    ['end', arrowHeadAt(line, 'end', mark.endHead ?? 'arrow', strokePx)],
  ] as const;
  const lines = arrowTextLines(mark);
  const size = { width: arrowTextWidth(mark) + 8, height: lines.length * textLinePxOf(mark) };
  const textBox = { x: line.middle.x - size.width / 2, y: line.middle.y - size.height / 2, ...size };
  return (
    <>
      <path className={styles.hit} d={path} />
      <path className={styles.line} d={drawn} strokeWidth={strokePx} strokeDasharray={dashes} />
      {heads.map(([end, head]) =>
        head === null ? null : (
          <path
            key={end}
            className={`${styles.line} ${head.isFilled ? styles.solid : ''}`}
            d={head.path}
            strokeWidth={strokePx}
          />
        ),
      )}
      {lines.length === 0 ? null : (
        <>
          <rect className={styles.plate} {...textBox} rx={4} />
          <MarkLines mark={mark} lines={lines} box={textBox} />
        </>
      )}
    </>
  );
}
