import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { TargetFields } from '../fields/TargetFields';
import { completionTargets, latencyMetrics, metricTitle } from '../metrics';
import type { FlowSectionProps } from './flow-section';
import styles from './Inspector.module.css';

/** The targets of a flow; the design's targets apply where it has none. */
export function FlowTargetsTab({ flow, resolved }: FlowSectionProps) {
  const { edit } = useEditor();
  const figures = useReport((state) => state.flows.get(flow.id));
  const inherited = useDocument((state) => state.design?.system.targets);
  const set = (metric: string, value: number | null): void => {
    edit(
      t('Set the {metric} target of {name}', { metric: metricTitle(metric), name: resolved.name }),
      [{ op: 'patch-flow-targets', id: flow.id, patch: { [metric]: value } }],
      { mergeKey: `${flow.id}.targets.${metric}` },
    );
  };
  const actual = Object.fromEntries(
    [...latencyMetrics, ...completionTargets].map((metric) => [metric, figures?.[metric]]),
  );
  const judged = figures?.targets ?? [];
  const shared = { own: flow.targets ?? {}, inherited: inherited ?? {}, onChange: set };
  return (
    <>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Latency, at most')}</h3>
        <TargetFields {...shared} metrics={latencyMetrics} actual={actual} judged={judged} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Completion, at most')}</h3>
        <TargetFields {...shared} metrics={completionTargets} actual={actual} judged={judged} />
        <p className={styles.note}>
          {t('Until all that a request sets off is done: asynchronous calls, deliveries, triggers.')}
        </p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Availability, at least')}</h3>
        <TargetFields
          {...shared}
          metrics={['availability']}
          actual={{ availability: figures?.availability }}
          judged={judged}
        />
        <p className={styles.note}>{t('Checked against single points of failure, too.')}</p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Headroom, at least')}</h3>
        <TargetFields
          {...shared}
          metrics={['headroom']}
          actual={{ headroom: judged.find(({ metric }) => metric === 'headroom')?.actual }}
          judged={judged}
        />
        <p className={styles.note}>{t('The load it still carries, as a multiple of its own.')}</p>
      </section>
    </>
  );
}
