import { useMemo } from 'react';
import { cardLines } from '../../../shared/diagram/box-path';
import { useDocument } from '../../store/document';
import { useSketch } from '../hand-drawn';
import { partBoxes } from '../part-boxes';
import styles from './HandOutline.module.css';

/** The outline of a card drawn by hand, with its layer's edge; nothing where the design is drawn plainly. */
export function HandOutline({ id }: { readonly id: string }) {
  const sketch = useSketch();
  const box = useDocument(({ design }) =>
    design === null || sketch === null ? undefined : partBoxes(design).get(id),
  );
  const width = box?.width ?? 0;
  const height = box?.height ?? 0;
  const paths = useMemo(() => {
    if (sketch === null || width === 0) return null;
    const { outline, edge } = cardLines(width, height);
    return { outline: sketch(outline, id), edge: sketch(edge, `${id} edge`) };
  }, [sketch, id, width, height]);
  if (paths === null) return null;
  return (
    <svg className={styles.drawing} width={width} height={height} aria-hidden="true">
      <path className={styles.outline} d={paths.outline} />
      <path className={styles.edge} d={paths.edge} />
    </svg>
  );
}
