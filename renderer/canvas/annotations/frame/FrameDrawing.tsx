import { boxPath } from '../../../../shared/diagram/box-path';
import { frame, frameSize } from '../../../../shared/layout/annotations/frame';
import { useSketched } from '../../hand-drawn';
import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';

/** A frame: held by its line and its title. */
export function FrameDrawing({ mark, box }: DrawingProps) {
  const [title = ''] = frame.linesOf({ ...mark, ...box });
  const outline = { ...box, rx: frameSize.radius };
  const drawn = useSketched(boxPath(box, frameSize.radius), mark.id);
  return (
    <>
      <rect className={styles.hit} {...outline} />
      <path className={styles.frame} d={drawn} />
      <text className={`${styles.text} ${styles.frameTitle}`} x={box.x} y={box.y - frameSize.titleGap}>
        {title}
      </text>
    </>
  );
}
