import { layerTitles } from '../../../shared/diagram/palette';
import { targetChanges, targetMetrics, targetsAt } from '../../../shared/edits/targets';
import type { Design } from '../../../shared/model/schema';
import { consistencies, type LayerId, layerIds } from '../../../shared/model/vocabulary';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { TargetFields } from '../fields/TargetFields';
import { latencyMetrics, metricTitle } from '../metrics';
import styles from './Inspector.module.css';
import { OwnTargets } from './OwnTargets';

const recoveryMetrics = ['rpoSeconds', 'rtoSeconds'] as const;

const consistencyWords = {
  strong: 'strong',
  'read-your-writes': 'read your writes',
  eventual: 'eventual',
  weak: 'weak',
} as const;

/** The targets of every flow that has none of its own, and the budget of each layer. */
export function DesignTargetsTab({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const targets = design.system.targets ?? {};
  const used = new Set(resolvedOf(design).design.nodes.map((node) => node.layer));
  const totals = useReport((state) => state.analysis?.totals);
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
        <OwnTargets design={design} metrics={latencyMetrics} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Availability, at least')}</h3>
        <TargetFields metrics={['availability']} own={targets} onChange={set} />
        <p className={styles.note}>{t('Checked against single points of failure, too.')}</p>
        <OwnTargets design={design} metrics={['availability']} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Capacity and cost')}</h3>
        <TargetFields
          metrics={['headroom', 'monthlyCostUsd']}
          own={targets}
          actual={{ monthlyCostUsd: totals?.monthlyCostUsd }}
          onChange={set}
        />
        <OwnTargets design={design} metrics={['headroom']} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Recovery and consistency')}</h3>
        <TargetFields
          metrics={recoveryMetrics}
          own={targets}
          actual={{ rpoSeconds: totals?.rpoSeconds, rtoSeconds: totals?.rtoSeconds }}
          onChange={set}
        />
        <ConsistencyField design={design} />
      </section>
      {layerIds
        .filter((layer) => layer !== 'client' && used.has(layer))
        .map((layer) => (
          <LayerBudget key={layer} design={design} layer={layer} />
        ))}
    </>
  );
}

/** What a read may see of the writes before it. */
function ConsistencyField({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const own = design.system.targets?.consistency;
  const title = t('Consistency');
  const set = (consistency: keyof typeof consistencyWords | null): void => {
    edit(t('Set the consistency target of the design'), [{ op: 'patch-targets', patch: { consistency } }]);
  };
  return (
    <Field
      field="consistency"
      label={title}
      hint={t('What a read may see of the writes before it')}
      onReset={own === undefined ? undefined : () => set(null)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={own === undefined}
          value={own ?? ''}
          options={[
            { value: '', title: t('no target') },
            ...consistencies.map((value) => ({ value, title: t(consistencyWords[value]) })),
          ]}
          onChange={(value) => set(consistencies.find((one) => one === value) ?? null)}
        />
      )}
    </Field>
  );
}

/** The budget of one layer. */
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
        metrics={targetMetrics.layer}
        own={targetsAt(design, place)}
        actual={{ maxUtilization: figures?.utilization, availability: figures?.availability }}
        judged={figures?.targets ?? []}
        onChange={set}
      />
    </section>
  );
}
