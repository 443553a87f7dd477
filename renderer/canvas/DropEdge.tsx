import { useDrag } from '../store/drag';
import styles from './ConnectionPreview.module.css';
import { useRoutes } from './edges/route-store';

/** Lights the edge on which what is dragged would be inserted. */
export function DropEdge() {
  const edge = useDrag((state) => state.dropEdge);
  const path = useRoutes((state) => (edge === null ? undefined : state.routes.get(edge)?.path));
  if (path === undefined) return null;
  return (
    <svg className={styles.layer} aria-hidden="true" data-drop-edge={edge}>
      <path className={styles.edge} d={path} />
    </svg>
  );
}
