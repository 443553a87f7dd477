import type { NodeFigures } from '../../../shared/analysis/analysis';
import type { Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { Figure, msOf, rpsOf, shareOf } from '../Figure';
import { latencyMetrics, metricTitle } from '../metrics';
import styles from './Numbers.module.css';

/** Every figure of a component, the exact ones in the tooltips. */
export function NodeNumbers({ node }: { readonly node: Node }) {
  const figures = useReport((state) => state.nodes.get(node.id));
  if (figures === undefined)
    return <p className={styles.empty}>{t('No figures: no analysed request reaches it.')}</p>;
  return (
    <div data-figures="">
      {figures.offeredRps === null ? null : <LoadNumbers figures={figures} />}
      {figures.offeredRps === null ? null : <LatencyNumbers figures={figures} />}
      <VisitNumbers visits={figures.visits} />
    </div>
  );
}

function LoadNumbers({ figures }: { readonly figures: NodeFigures }) {
  const { offeredRps, carriedRps, capacityRps, utilization, refused, servers } = figures;
  return (
    <dl className={styles.numbers}>
      <dt>{t('Offered')}</dt>
      <dd>
        <Figure of={rpsOf(offeredRps)} />
      </dd>
      <dt>{t('Carried')}</dt>
      <dd>
        <Figure of={rpsOf(carriedRps)} />
      </dd>
      <dt>{t('Capacity')}</dt>
      <dd>{capacityRps === null ? t('unbounded') : <Figure of={rpsOf(capacityRps)} />}</dd>
      <dt>{t('Utilization')}</dt>
      <dd data-broken={figures.saturated ? '' : undefined}>
        <Figure of={shareOf(utilization)} /> {figures.saturated ? t('saturated') : null}
      </dd>
      {refused > 0 ? (
        <>
          <dt>{t('Refused')}</dt>
          <dd data-broken="">
            <Figure of={shareOf(refused)} />
          </dd>
        </>
      ) : null}
      {servers === null ? null : (
        <>
          <dt>{t('Servers')}</dt>
          <dd>
            <Figure of={{ count: servers }} />
          </dd>
        </>
      )}
    </dl>
  );
}

function LatencyNumbers({ figures }: { readonly figures: NodeFigures }) {
  return (
    <>
      <h3 className={styles.title}>{t('Response')}</h3>
      {figures.meanMs === null ? (
        <p className={styles.empty}>{t('Unbounded: arrivals exceed its capacity.')}</p>
      ) : (
        <dl className={styles.numbers}>
          <dt>{t('Wait probability')}</dt>
          <dd>
            <Figure of={shareOf(figures.waitProbability)} />
          </dd>
          <dt>{t('Mean wait')}</dt>
          <dd>
            <Figure of={msOf(figures.waitMs)} />
          </dd>
          {latencyMetrics.map((metric) => (
            <LatencyRow key={metric} metric={metric} value={figures[metric]} />
          ))}
          <LatencyRow metric="withCallsMeanMs" value={figures.withCallsMeanMs} />
          <LatencyRow metric="withCallsP99Ms" value={figures.withCallsP99Ms} />
        </dl>
      )}
    </>
  );
}

function LatencyRow({ metric, value }: { readonly metric: string; readonly value: number | null }) {
  return (
    <>
      <dt>{metricTitle(metric)}</dt>
      <dd>
        <Figure of={msOf(value)} />
      </dd>
    </>
  );
}

function VisitNumbers({ visits }: { readonly visits: NodeFigures['visits'] }) {
  const design = useDocument((state) => state.design);
  const entries = Object.entries(visits).filter(([, count]) => count > 0);
  if (design === null || entries.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{t('Visits per request')}</h3>
      <dl className={styles.numbers}>
        {entries.map(([flow, count]) => (
          <VisitRow key={flow} name={partName(design, flow)} count={count} />
        ))}
      </dl>
    </>
  );
}

function VisitRow({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Figure of={{ count }} />
      </dd>
    </>
  );
}
