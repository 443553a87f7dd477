import { useGesture } from './gestures';
import styles from './LassoLine.module.css';

/** The line that is drawn around what is to be selected. */
export function LassoLine() {
  const points = useGesture(({ draft }) => (draft?.kind === 'lasso' ? draft.points : null));
  if (points === null) return null;
  return (
    <svg className={styles.layer} aria-hidden="true" data-lasso="">
      <polygon className={styles.line} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}
