import type { FlowFigures } from '../../../shared/analysis/analysis';
import { msText } from '../../words/figures';
import { t } from '../../words/t';
import { neverCompletes } from '../completion-state';
import { Figure, msOf } from '../Figure';
import { completionMetrics, metricTitle } from '../metrics';
import styles from './PercentileRow.module.css';

const percentiles = ['p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'] as const;

/** p50 to p99.9 of a flow, each with its target. */
export function PercentileRow({ flow }: { readonly flow: FlowFigures }) {
  if (flow.meanMs === null)
    return <p className={styles.none}>{t('Percentiles are unbounded while a component is saturated.')}</p>;
  return <MetricRow flow={flow} metrics={percentiles} />;
}

/** Mean and percentiles until all that a request of the flow set off is done, each with its target. */
export function CompletionRow({ flow }: { readonly flow: FlowFigures }) {
  if (neverCompletes(flow))
    return <p className={styles.none}>{t('Completion is unbounded while a component is saturated.')}</p>;
  return <MetricRow flow={flow} metrics={completionMetrics} />;
}

interface MetricRowProps {
  readonly flow: FlowFigures;
  readonly metrics: readonly ((typeof percentiles)[number] | (typeof completionMetrics)[number])[];
}

function MetricRow({ flow, metrics }: MetricRowProps) {
  return (
    <dl className={styles.row}>
      {metrics.map((metric) => (
        <div key={metric} className={styles.cell}>
          <dt>{metricTitle(metric)}</dt>
          <dd>
            <Figure of={msOf(flow[metric])} name={{ part: flow.id, metric }} />
            <TargetWords flow={flow} metric={metric} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** '≤ 100 ms' in green, 'over 100 ms' in red; nothing where there is no target or no figure yet. */
export function TargetWords({ flow, metric }: { readonly flow: FlowFigures; readonly metric: string }) {
  const target = flow.targets.find((item) => item.metric === metric);
  if (target === undefined) return null;
  const judged = target.actual !== null;
  return (
    <span className={styles.target} data-verdict={judged ? (target.met ? 'met' : 'missed') : undefined}>
      {judged && !target.met
        ? t('over {target}', { target: msText(target.target) })
        : `≤ ${msText(target.target)}`}
    </span>
  );
}
