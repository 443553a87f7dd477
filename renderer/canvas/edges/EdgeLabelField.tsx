import { createPortal } from 'react-dom';
import type { Route } from '../../../shared/diagram/route';
import { labelEdge } from '../../../shared/edits/edges';
import { edgesOf, type Point } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { InPlaceInput } from '../InPlaceInput';
import { perform } from '../perform';
import styles from './FlowEdge.module.css';
import { useLabelLayer } from './label-layer';

/** Where the label stands, or would: halfway along the line. */
function placeOf({ label, line }: Route): Point {
  if (label !== null) return label;
  const at = Math.floor((line.length - 1) / 2);
  const [a, b] = [line[at], line[at + 1]];
  return a === undefined ? { x: 0, y: 0 } : { x: (a.x + (b ?? a).x) / 2, y: (a.y + (b ?? a).y) / 2 };
}

/** The field in which the label of an edge is written, in its place. */
export function EdgeLabelField({ id, route }: { readonly id: string; readonly route: Route }) {
  const editor = useEditor();
  const layer = useLabelLayer((state) => state.element);
  const text = useDocument((state) =>
    state.design === null ? '' : (edgesOf(state.design).find((edge) => edge.id === id)?.label ?? ''),
  );
  if (layer === null) return null;
  const { x, y } = placeOf(route);
  const field = (
    <div className={styles.field} style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}>
      <InPlaceInput
        value={text}
        label={t('Label of edge')}
        className={styles.input}
        onCommit={(written) => {
          const design = editor.design();
          if (design !== null) perform(editor, labelEdge(design, { id, text: written }));
        }}
        onClose={editor.stopEditing}
      />
    </div>
  );
  return createPortal(field, layer);
}
