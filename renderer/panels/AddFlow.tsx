import { addFlow } from '../canvas/add-flow';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { Button } from '../ui/Button';
import { t } from '../words/t';
import styles from './AddFlow.module.css';

/** Buttons that add a flow, one for each source of the design. */
export function AddFlow() {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  if (design === null) return null;
  const sources = resolvedOf(design).design.nodes.filter((node) => node.behaviour === 'source');
  return (
    <div className={styles.buttons}>
      {sources.map((source) => (
        <Button
          key={source.id}
          icon="plus"
          disabled={readOnly}
          onClick={() => addFlow(editor, design, source.id)}
        >
          {sources.length === 1 ? t('Add flow') : t('Add flow from {name}', { name: source.name })}
        </Button>
      ))}
    </div>
  );
}
