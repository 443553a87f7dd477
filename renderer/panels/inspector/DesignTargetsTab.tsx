import { layerTitles } from '../../../shared/diagram/palette';
import { targetChanges, targetsAt } from '../../../shared/edits/targets';
import type { Design } from '../../../shared/model/schema';
import { type LayerId, layerIds } from '../../../shared/model/vocabulary';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { t } from '../../words/t';
import { TargetFields } from '../fields/TargetFields';
import { latencyMetrics, metricTitle } from '../metrics';
import styles from './Inspector.module.css';

const layerMetrics = ['meanMs', 'p99Ms', 'maxUtilization'] as const;

/** The targets of every flow that has none of its own, and the budget of each layer. */
export function DesignTargetsTab({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const targets = design.system.targets ?? {};
  const used = new Set(resolvedOf(design).design.nodes.map((node) => node.layer));
  const set = (metric: string, value: number | null): void => {
    edit(
      t('Set the {metric} target of the design', { metric: metricTitle(metric) }),
      [{ op: 'patch-targets', patch: { [metric]: value } }],
      { mergeKey: `targets.${metric}` },
    );
  };
  return (
    <>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Latency of every flow, at most')}</h3>
        <TargetFields metrics={latencyMetrics} own={targets} onChange={set} />
        <p className={styles.note}>{t('A target set on a flow takes precedence.')}</p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Availability, at least')}</h3>
        <TargetFields metrics={['availability']} own={targets} onChange={set} />
        <p className={styles.note}>{t('Checked against single points of failure.')}</p>
      </section>
      {layerIds
        .filter((layer) => layer !== 'client' && used.has(layer))
        .map((layer) => (
          <LayerBudget key={layer} design={design} layer={layer} />
        ))}
    </>
  );
}

/** The latency budget of one layer. */
function LayerBudget({ design, layer }: { readonly design: Design; readonly layer: LayerId }) {
  const { edit } = useEditor();
  const figures = useReport((state) => state.analysis?.layers.find((item) => item.id === layer));
  const place = { scope: 'layer', id: layer } as const;
  const title = t('Budget of {layer}', { layer: t(layerTitles[layer]) });
  const set = (metric: string, value: number | null): void => {
    edit(title, targetChanges(design, place, metric, value), {
      mergeKey: `targets.layers.${layer}.${metric}`,
    });
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{title}</h3>
      <TargetFields
        metrics={layerMetrics}
        own={targetsAt(design, place)}
        actual={{ maxUtilization: figures?.utilization }}
        judged={figures?.targets ?? []}
        onChange={set}
      />
    </section>
  );
}
