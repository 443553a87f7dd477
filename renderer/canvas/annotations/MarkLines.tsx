import { textFontPxOf, textLinePxOf } from '../../../shared/layout/annotations/text-size';
import type { Box, Mark } from '../../../shared/model/schema';
import styles from './DrawnMark.module.css';

interface MarkLinesProps {
  readonly mark: Mark;
  readonly lines: readonly string[];
  /** The lines are in its middle. */
  readonly box: Box;
}

/** Lines of text in the middle of a box, as a picture has them. */
export function MarkLines({ mark, lines, box }: MarkLinesProps) {
  const size = textFontPxOf(mark);
  const pitch = textLinePxOf(mark);
  const top = box.y + (box.height - lines.length * pitch) / 2;
  const middle = box.x + box.width / 2;
  return (
    <text className={styles.text} fontSize={size} textAnchor="middle">
      {lines.map((line, index) => {
        const baseline = top + index * pitch + size * 1.07;
        return (
          <tspan key={baseline} x={middle} y={baseline}>
            {line}
          </tspan>
        );
      })}
    </text>
  );
}
