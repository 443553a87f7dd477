import { nodeTitle } from '../../../shared/catalog/node-title';
import { card } from '../../../shared/layout/geometry';
import { fitText } from '../../../shared/layout/text';
import { useDocument } from '../../store/document';
import { useDrag } from '../../store/drag';
import { resolvedOf } from '../../store/report';
import { language } from '../../words/language';
import styles from './CopyPreview.module.css';

/** The copies that are dragged, with the names of cards; what they are copied from stays as it is. */
export function CopyPreview() {
  const copies = useDrag((state) => state.copies);
  const design = useDocument((state) => state.design);
  const ids = Object.keys(copies);
  if (design === null || ids.length === 0) return null;
  const nodes = resolvedOf(design).nodes;
  return (
    <div translate="no" className={styles.layer}>
      <svg className={styles.layer} aria-hidden="true" data-copies={ids.length}>
        {ids.map((id) => {
          const box = copies[id];
          const node = nodes.get(id);
          if (box === undefined) return null;
          return (
            <g key={id}>
              <rect className={styles.box} {...box} rx={card.radius} />
              {node === undefined ? null : (
                <text className={styles.name} x={box.x + box.width / 2} y={box.y + box.height / 2}>
                  {fitText(nodeTitle(node, language()), box.width - 2 * card.padding, namePx, 550)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const namePx = 13.5;
