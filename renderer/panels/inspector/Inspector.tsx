import { type Design, edgesOf, flowsOf, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { useOnlySelected, useSelection } from '../../store/selection';
import { useView } from '../../store/view';
import { t } from '../../words/t';
import { AnnotationInspector } from './AnnotationInspector';
import { DesignInspector } from './DesignInspector';
import { EdgeInspector } from './EdgeInspector';
import { FlowInspector } from './FlowInspector';
import { GroupInspector } from './GroupInspector';
import styles from './Inspector.module.css';
import { useInspectorCovers } from './inspector-open';
import { ManyInspector } from './ManyInspector';
import { NodeInspector } from './NodeInspector';

/** The panel at the right: the selection, or the design when it is opened or the panel is a column; closed otherwise. */
export function Inspector() {
  const design = useDocument((state) => state.design);
  const count = useSelection((state) => state.ids.size);
  const flow = useSelection((state) => state.flow);
  const only = useOnlySelected();
  const covers = useInspectorCovers();
  const isColumn = useView((state) => state.inspectorPlace === 'column');
  const stale = useReport((state) => state.stale);
  if (design === null || (!covers && !isColumn)) return null;
  const part = partOf(design, { count, flow, only });
  return (
    <aside className={styles.inspector} aria-label={t('Inspector')} data-stale={stale ? '' : undefined}>
      <div className={styles.fields}>{part}</div>
    </aside>
  );
}

interface Chosen {
  readonly count: number;
  readonly flow: string | null;
  readonly only: string | null;
}

function partOf(design: Design, { count, flow, only }: Chosen) {
  if (count > 1) return <ManyInspector />;
  const chosenFlow = flowsOf(design).find((item) => item.id === flow);
  if (chosenFlow !== undefined) return <FlowInspector key={chosenFlow.id} flow={chosenFlow} />;
  const node = nodesOf(design).find((item) => item.id === only);
  if (node !== undefined) return <NodeInspector key={node.id} node={node} />;
  const edge = edgesOf(design).find((item) => item.id === only);
  if (edge !== undefined) return <EdgeInspector key={edge.id} edge={edge} />;
  const group = groupsOf(design).find((item) => item.id === only);
  if (group !== undefined) return <GroupInspector key={group.id} group={group} />;
  const mark = marksOf(design).find((item) => item.id === only);
  if (mark !== undefined) return <AnnotationInspector key={mark.id} mark={mark} />;
  return <DesignInspector />;
}
