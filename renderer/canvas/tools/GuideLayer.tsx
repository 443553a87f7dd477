import type { GuideGap, GuideLine } from '../../../shared/layout/guides';
import { useDrag } from '../../store/drag';
import { useView } from '../../store/view';
import styles from './GuideLayer.module.css';

/** Half the length of the strokes that end a gap, px of the screen. */
const tickPx = 4;

const linePath = ({ axis, at, from, to }: GuideLine): string =>
  axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`;

function gapPath({ axis, at, from, to }: GuideGap, tick: number): string {
  const end = (along: number): string =>
    axis === 'x' ? `M${along} ${at - tick}v${2 * tick}` : `M${at - tick} ${along}h${2 * tick}`;
  const line = axis === 'x' ? `M${from} ${at}H${to}` : `M${at} ${from}V${to}`;
  return `${line}${end(from)}${end(to)}`;
}

/** What a dragged part is aligned to: lines through sides and centres, and marks at gaps that are equal. */
export function GuideLayer() {
  const guides = useDrag((state) => state.guides);
  const zoom = useView((state) => state.zoom);
  if (guides.lines.length === 0 && guides.gaps.length === 0) return null;
  return (
    <svg className={styles.layer} aria-hidden="true" data-guides="">
      {guides.lines.map((line) => (
        <path key={`${line.axis} ${line.at}`} className={styles.line} d={linePath(line)} />
      ))}
      {guides.gaps.map((gap) => (
        <path
          key={`${gap.axis} ${gap.from} ${gap.to} ${gap.at}`}
          className={styles.gap}
          d={gapPath(gap, tickPx / zoom)}
        />
      ))}
    </svg>
  );
}
