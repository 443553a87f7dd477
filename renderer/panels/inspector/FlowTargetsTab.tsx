import { edit, useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { TargetFields } from '../fields/TargetFields';
import { latencyMetrics, metricTitle } from '../metrics';
import type { FlowSectionProps } from './flow-section';
import styles from './Inspector.module.css';

/** The targets of a flow; the design's targets apply where it has none. */
export function FlowTargetsTab({ flow, resolved }: FlowSectionProps) {
  const figures = useReport((state) => state.flows.get(flow.id));
  const inherited = useDocument((state) => state.design?.system.targets);
  const set = (metric: string, value: number | null): void => {
    edit(
      t('Set the {metric} target of {name}', { metric: metricTitle(metric), name: resolved.name }),
      [{ op: 'patch-flow-targets', id: flow.id, patch: { [metric]: value } }],
      { mergeKey: `${flow.id}.targets.${metric}` },
    );
  };
  const actual = Object.fromEntries(latencyMetrics.map((metric) => [metric, figures?.[metric]]));
  const shared = { own: flow.targets ?? {}, inherited: inherited ?? {}, onChange: set };
  return (
    <>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Latency, at most')}</h3>
        <TargetFields {...shared} metrics={latencyMetrics} actual={actual} judged={figures?.targets ?? []} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Availability, at least')}</h3>
        <TargetFields {...shared} metrics={['availability']} />
        <p className={styles.note}>{t('Checked against single points of failure.')}</p>
      </section>
    </>
  );
}
