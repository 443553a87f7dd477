import type { Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { TargetFields } from '../fields/TargetFields';
import { latencyMetrics, metricTitle } from '../metrics';
import styles from './Inspector.module.css';

const groups = [
  { title: 'Its own response', metrics: latencyMetrics },
  { title: 'With the calls it makes', metrics: ['withCallsMeanMs', 'withCallsP99Ms'] },
  { title: 'Load', metrics: ['maxUtilization'] },
  { title: 'Availability, at least', metrics: ['availability'] },
] as const;

/** The targets of one component. */
export function NodeTargets({ node }: { readonly node: Node }) {
  const { edit } = useEditor();
  const design = useDocument((state) => state.design);
  const figures = useReport((state) => state.nodes.get(node.id));
  if (design === null) return null;
  const name = partName(design, node.id);
  const actual = figures === undefined ? {} : { ...figures, maxUtilization: figures.utilization };
  const set = (metric: string, value: number | null): void => {
    edit(
      t('Set the {metric} target of {name}', { metric: metricTitle(metric), name }),
      [{ op: 'patch-node-targets', id: node.id, patch: { [metric]: value } }],
      { mergeKey: `${node.id}.targets.${metric}` },
    );
  };
  return groups.map((group) => (
    <section key={group.title} className={styles.section}>
      <h3 className={styles.sectionTitle}>{t(group.title)}</h3>
      <TargetFields
        metrics={group.metrics}
        own={node.targets ?? {}}
        actual={actual as Readonly<Record<string, number | null>>}
        judged={figures?.targets ?? []}
        onChange={set}
      />
    </section>
  ));
}
