import { useEffect, useMemo } from 'react';
import { reachOf } from '../../../shared/diagram/reach';
import { foundOf, lightNothing, withDrawn } from '../../canvas/found';
import { focusCanvas } from '../../canvas/viewport';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { countText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from './ReachBar.module.css';

const none: ReadonlySet<string> = new Set();

/** Lights everything upstream or downstream of a part, and says of which. */
export function ReachBar() {
  const editor = useEditor();
  const reach = useView((state) => state.reach);
  const design = useDocument((state) => state.design);
  const isThere = reach !== null && design !== null && resolvedOf(design).nodes.has(reach.node);
  const reached = useMemo(
    () =>
      isThere
        ? reachOf(resolvedOf(design).design, reach.node, reach.direction)
        : { nodes: none, edges: none },
    [isThere, design, reach],
  );
  useEffect(() => {
    if (!isThere) return;
    const ids = withDrawn(design, [reach.node, ...reached.nodes, ...reached.edges]);
    foundOf(editor).setState({ ids, beside: none });
  }, [editor, design, isThere, reach, reached]);
  useEffect(() => () => lightNothing(editor), [editor]);
  if (!isThere) return null;
  const name = partName(design, reach.node);
  const others = [...reached.nodes].filter((id) => id !== reach.node).length;
  const values = { name, number: countText(others), count: others };
  return (
    <div className={styles.bar} data-floating="">
      <span role="status">
        {reach.direction === 'upstream'
          ? t(
              'Upstream of {name}: {count, plural, =0 {no component} one {# component} other {# components}}',
              values,
            )
          : t(
              'Downstream of {name}: {count, plural, =0 {no component} one {# component} other {# components}}',
              values,
            )}
      </span>
      <Button
        variant="quiet"
        icon="x"
        aria-label={t('Close')}
        onClick={() => {
          editor.setView({ reach: null });
          focusCanvas(editor);
        }}
      />
    </div>
  );
}
