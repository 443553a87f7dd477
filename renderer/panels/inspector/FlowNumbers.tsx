import type { FlowFigures } from '../../../shared/analysis/analysis';
import { servesAll } from '../../../shared/analysis/targets';
import type { Flow } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { approximationWords } from '../approximation-words';
import { goesOn, neverCompletes } from '../completion-state';
import { ExplainedText, Figure, msOf, rpsOf, shareOf } from '../Figure';
import { completionMetrics, latencyMetrics, metricTitle, ownMetric } from '../metrics';
import { BoundedRow, KnownRow, NumberRow } from '../NumberRow';
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
            <NumberRow
              key={metric}
              title={metricTitle(metric)}
              of={msOf(figures[metric])}
              name={{ part: flow.id, metric }}
            />
          ))}
          {(figures.overlapMs ?? 0) > 0 ? (
            <NumberRow
              title={t('Time in parallel')}
              of={msOf(figures.overlapMs)}
              name={{ part: flow.id, metric: 'overlapMs' }}
            />
          ) : null}
          <KnownRow
            title={t('Apdex')}
            of={figures.apdex === null ? null : { count: figures.apdex }}
            name={{ part: flow.id, metric: 'apdex' }}
          />
        </dl>
      )}
      {goesOn(figures) ? <CompletionNumbers figures={figures} /> : null}
      {approximationWords(figures).map((words) => (
        <p key={words} className={styles.note}>
          <ExplainedText name={{ part: flow.id, metric: 'approximate' }}>{words}</ExplainedText>
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
            <NumberRow
              key={metric}
              title={metricTitle(ownMetric[metric])}
              of={msOf(figures[metric])}
              name={{ part: figures.id, metric }}
            />
          ))}
        </dl>
      )}
    </>
  );
}

function RateNumbers({ figures }: { readonly figures: FlowFigures }) {
  const design = useDocument((state) => state.design);
  const { id, rateRps, servedShare, goodputRps, maxRateRps, bottleneck, usdPerMillionRequests } = figures;
  const { availability } = figures;
  const name = (metric: string) => ({ part: id, metric });
  return (
    <dl className={styles.numbers}>
      <NumberRow title={t('Rate')} of={rpsOf(rateRps)} name={name('rateRps')} />
      <NumberRow
        title={t('Served')}
        of={rpsOf(goodputRps)}
        name={name('goodputRps')}
        broken={!servesAll(servedShare)}
      >
        {' · '}
        <Figure of={shareOf(servedShare)} name={name('servedShare')} />
      </NumberRow>
      <BoundedRow title={t('Max throughput')} of={rpsOf(maxRateRps)} name={name('maxRateRps')} />
      {bottleneck === null || design === null ? null : (
        <>
          <dt>{t('Bottleneck')}</dt>
          <dd>
            <ExplainedText name={name('bottleneck')}>{partName(design, bottleneck)}</ExplainedText>
          </dd>
        </>
      )}
      <KnownRow
        title={t('Availability')}
        of={availability === null ? null : { availability }}
        name={name('availability')}
      />
      <KnownRow
        title={t('US dollars per million')}
        of={usdPerMillionRequests === null ? null : { count: usdPerMillionRequests }}
        name={name('usdPerMillionRequests')}
      />
    </dl>
  );
}
