import type { DrawingProps } from '../DrawnMark';
import styles from '../DrawnMark.module.css';

/** A picture, shown as an image: no script of an SVG runs in it and nothing is loaded by it. */
export function ImageDrawing({ mark, box }: DrawingProps) {
  if (mark.image === undefined) return <rect className={styles.imageless} {...box} />;
  return <image className={styles.image} {...box} href={mark.image} preserveAspectRatio="none" />;
}
