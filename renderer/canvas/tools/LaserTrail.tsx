import { useEffect } from 'react';
import { useEditor } from '../../store/editors';
import styles from './DrawSheet.module.css';
import { fadeLaser, laserRuns, useLaser } from './laser';

/** The trail of the laser pointer, until it has faded. */
export function LaserTrail() {
  const editor = useEditor();
  const points = useLaser((state) => state.points);
  const isLit = points.length > 0;
  useEffect(() => {
    if (!isLit) return undefined;
    let frame = requestAnimationFrame(function fade(now) {
      if (fadeLaser(editor, now)) frame = requestAnimationFrame(fade);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, isLit]);
  if (!isLit) return null;
  return (
    <svg className={styles.drawing} aria-hidden="true">
      {laserRuns(points, performance.now()).map(({ path, light }) => (
        <path key={path} className={styles.laser} d={path} opacity={light} />
      ))}
    </svg>
  );
}
