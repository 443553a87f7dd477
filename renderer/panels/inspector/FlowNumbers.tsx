import type { FlowFigures } from '../../../shared/analysis/analysis';
import { servesAll } from '../../../shared/analysis/targets';
import type { Flow } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { approximationWords } from '../approximation-words';
import { goesOn, neverCompletes } from '../completion-state';
import { Figure, msOf, rpsOf, shareOf } from '../Figure';
import { completionMetrics, latencyMetrics, metricTitle, ownMetric } from '../metrics';
import styles from './Numbers.module.css';

/** Every figure of a flow. */
export function FlowNumbers({ flow }: { readonly flow: Flow }) {
  const figures = useReport((state) => state.flows.get(flow.id));
  if (figures === undefined) return <p className={styles.empty}>{t('No figures yet.')}</p>;
  return (
    <div data-figures="">
      <RateNumbers figures={figures} />
      <h3 className={styles.title}>{t('Response')}</h3>
      {figures.meanMs === null ? (
        <p className={styles.empty}>{t('Unbounded while a component is saturated.')}</p>
      ) : (
        <dl className={styles.numbers}>
          {latencyMetrics.map((metric) => (
            <LatencyRow key={metric} title={metricTitle(metric)} value={figures[metric]} />
          ))}
        </dl>
      )}
      {goesOn(figures) ? <CompletionNumbers figures={figures} /> : null}
      {approximationWords(figures).map((words) => (
        <p key={words} className={styles.note}>
          {words}
        </p>
      ))}
    </div>
  );
}

function CompletionNumbers({ figures }: { readonly figures: FlowFigures }) {
  return (
    <>
      <h3 className={styles.title}>{t('Completion')}</h3>
      {neverCompletes(figures) ? (
        <p className={styles.empty}>{t('Unbounded while a component is saturated.')}</p>
      ) : (
        <dl className={styles.numbers}>
          {completionMetrics.map((metric) => (
            <LatencyRow key={metric} title={metricTitle(ownMetric[metric])} value={figures[metric]} />
          ))}
        </dl>
      )}
    </>
  );
}

function RateNumbers({ figures }: { readonly figures: FlowFigures }) {
  const design = useDocument((state) => state.design);
  const { rateRps, servedShare, goodputRps, maxRateRps, bottleneck, usdPerMillionRequests } = figures;
  return (
    <dl className={styles.numbers}>
      <dt>{t('Rate')}</dt>
      <dd>
        <Figure of={rpsOf(rateRps)} />
      </dd>
      <dt>{t('Served')}</dt>
      <dd data-broken={servesAll(servedShare) ? undefined : ''}>
        <Figure of={rpsOf(goodputRps)} /> · <Figure of={shareOf(servedShare)} />
      </dd>
      <dt>{t('Max throughput')}</dt>
      <dd>{maxRateRps === null ? t('unbounded') : <Figure of={rpsOf(maxRateRps)} />}</dd>
      {bottleneck === null || design === null ? null : (
        <>
          <dt>{t('Bottleneck')}</dt>
          <dd>{partName(design, bottleneck)}</dd>
        </>
      )}
      {usdPerMillionRequests === null ? null : (
        <>
          <dt>{t('US dollars per million')}</dt>
          <dd>
            <Figure of={{ count: usdPerMillionRequests }} />
          </dd>
        </>
      )}
    </dl>
  );
}

function LatencyRow({ title, value }: { readonly title: string; readonly value: number | null }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Figure of={msOf(value)} />
      </dd>
    </>
  );
}
