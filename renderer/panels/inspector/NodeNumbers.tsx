import type { NodeCost, NodeFigures } from '../../../shared/analysis/analysis';
import type { Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { boundWords } from '../explained/value-text';
import { ExplainedText, msOf, rpsOf, shareOf } from '../Figure';
import { latencyMetrics, metricTitle } from '../metrics';
import { BoundedRow, KnownRow, NumberRow } from '../NumberRow';
import styles from './Numbers.module.css';

/** Every figure of a component; the exact value is in the tooltip, and a click opens how it came about. */
export function NodeNumbers({ node }: { readonly node: Node }) {
  const figures = useReport((state) => state.nodes.get(node.id));
  if (figures === undefined)
    return <p className={styles.empty}>{t('No figures: no analysed request reaches it.')}</p>;
  return (
    <div data-figures="">
      {figures.offeredRps === null ? null : <LoadNumbers figures={figures} />}
      {figures.offeredRps === null ? null : <LatencyNumbers figures={figures} />}
      <RecoveryNumbers figures={figures} />
      {figures.cost === null ? null : <CostNumbers id={node.id} cost={figures.cost} />}
      <VisitNumbers id={node.id} visits={figures.visits} />
    </div>
  );
}

function LoadNumbers({ figures }: { readonly figures: NodeFigures }) {
  const { id, offeredRps, carriedRps, capacityRps, limitedBy, utilization, refused, saturated } = figures;
  const name = (metric: string) => ({ part: id, metric });
  return (
    <dl className={styles.numbers}>
      <NumberRow title={t('Offered')} of={rpsOf(offeredRps)} name={name('offeredRps')} />
      <NumberRow title={t('Carried')} of={rpsOf(carriedRps)} name={name('carriedRps')} />
      <BoundedRow title={t('Capacity')} of={rpsOf(capacityRps)} name={name('capacityRps')} />
      {limitedBy === null || limitedBy === 'work' ? null : (
        <>
          <dt>{t('Limited by')}</dt>
          <dd>
            <ExplainedText name={name('limitedBy')}>{boundWords(limitedBy)}</ExplainedText>
          </dd>
        </>
      )}
      <NumberRow
        title={t('Utilization')}
        of={shareOf(utilization)}
        name={name('utilization')}
        broken={saturated}
      >
        {' '}
        {saturated ? <ExplainedText name={name('saturated')}>{t('saturated')}</ExplainedText> : null}
      </NumberRow>
      <PlacesNumbers figures={figures} />
      {refused > 0 ? (
        <NumberRow title={t('Refused')} of={shareOf(refused)} name={name('refused')} broken />
      ) : null}
    </dl>
  );
}

/** Requests in progress, and the places and connections for them where these are limited. */
function PlacesNumbers({ figures }: { readonly figures: NodeFigures }) {
  const design = useDocument((state) => state.design);
  const { id, placesUtilization, connectionsUtilization, inFlight, heldMs, heldUpBy } = figures;
  const name = (metric: string) => ({ part: id, metric });
  return (
    <>
      <KnownRow title={t('In progress')} of={countOf(inFlight)} name={name('inFlight')} />
      <KnownRow title={t('Time in progress')} of={msOf(heldMs)} name={name('heldMs')} />
      <KnownRow title={t('Places taken')} of={shareOf(placesUtilization)} name={name('placesUtilization')} />
      <KnownRow
        title={t('Connections taken')}
        of={shareOf(connectionsUtilization)}
        name={name('connectionsUtilization')}
      />
      {heldUpBy === null || design === null ? null : (
        <>
          <dt>{t('Held up by')}</dt>
          <dd>
            <ExplainedText name={name('heldUpBy')}>{partName(design, heldUpBy)}</ExplainedText>
          </dd>
        </>
      )}
    </>
  );
}

function LatencyNumbers({ figures }: { readonly figures: NodeFigures }) {
  const name = (metric: string) => ({ part: figures.id, metric });
  return (
    <>
      <h3 className={styles.title}>{t('Response')}</h3>
      {figures.meanMs === null ? (
        <p className={styles.empty}>{t('Unbounded: arrivals exceed its capacity.')}</p>
      ) : (
        <dl className={styles.numbers}>
          <NumberRow
            title={t('Wait probability')}
            of={shareOf(figures.waitProbability)}
            name={name('waitProbability')}
          />
          <NumberRow title={t('Mean wait')} of={msOf(figures.waitMs)} name={name('waitMs')} />
          {[...latencyMetrics, 'withCallsMeanMs' as const, 'withCallsP99Ms' as const].map((metric) => (
            <NumberRow
              key={metric}
              title={metricTitle(metric)}
              of={msOf(figures[metric])}
              name={name(metric)}
            />
          ))}
        </dl>
      )}
    </>
  );
}

/** What it runs on, what it keeps, and what is lost when a server fails. */
function RecoveryNumbers({ figures }: { readonly figures: NodeFigures }) {
  const { id, availability, servers, storageBytes, memoryUtilization, rpoSeconds, rtoSeconds } = figures;
  if (availability === null && servers === null) return null;
  const name = (metric: string) => ({ part: id, metric });
  return (
    <>
      <h3 className={styles.title}>{t('Availability and storage')}</h3>
      <dl className={styles.numbers}>
        <KnownRow
          title={t('Availability')}
          of={availability === null ? null : { availability }}
          name={name('availability')}
        />
        <KnownRow title={t('Servers')} of={countOf(servers)} name={name('servers')} />
        <KnownRow
          title={t('Storage')}
          of={storageBytes === null ? null : { bytes: storageBytes }}
          name={name('storageBytes')}
        />
        <KnownRow title={t('Memory used')} of={shareOf(memoryUtilization)} name={name('memoryUtilization')} />
        <KnownRow
          title={t('RPO')}
          of={rpoSeconds === null ? null : { seconds: rpoSeconds }}
          name={name('rpoSeconds')}
        />
        <KnownRow
          title={t('RTO')}
          of={rtoSeconds === null ? null : { seconds: rtoSeconds }}
          name={name('rtoSeconds')}
        />
      </dl>
    </>
  );
}

const countOf = (count: number | null) => (count === null ? null : { count });

/** What it costs a month, by what is paid for; what is nothing is left out. */
function CostNumbers({ id, cost }: { readonly id: string; readonly cost: NodeCost }) {
  const kinds = [
    { kind: 'serversUsd', title: t('Servers') },
    { kind: 'storageUsd', title: t('Storage') },
    { kind: 'requestsUsd', title: t('Requests') },
    { kind: 'egressUsd', title: t('Egress') },
    { kind: 'networkUsd', title: t('Network') },
  ] as const;
  const rows = kinds.filter(({ kind }) => cost[kind] > 0);
  const all = rows.reduce((sum, { kind }) => sum + cost[kind], 0);
  if (rows.length === 0 && !cost.unpriced) return null;
  return (
    <>
      <h3 className={styles.title}>{t('Cost per month')}</h3>
      {rows.length === 0 ? null : (
        <dl className={styles.numbers}>
          {rows.map(({ kind, title }) => (
            <NumberRow
              key={kind}
              title={title}
              of={{ usd: cost[kind] }}
              name={{ part: id, metric: `cost.${kind}` }}
            />
          ))}
          {rows.length < 2 ? null : (
            <NumberRow title={t('Sum')} of={{ usd: all }} name={{ part: id, metric: 'monthlyCostUsd' }} />
          )}
        </dl>
      )}
      {cost.unpriced ? (
        <p className={styles.note}>{t('It is billed by the request, and the price is unknown.')}</p>
      ) : null}
    </>
  );
}

interface VisitNumbersProps {
  readonly id: string;
  readonly visits: NodeFigures['visits'];
}

function VisitNumbers({ id, visits }: VisitNumbersProps) {
  const design = useDocument((state) => state.design);
  const entries = Object.entries(visits).filter(([, count]) => count > 0);
  if (design === null || entries.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{t('Visits per request')}</h3>
      <dl className={styles.numbers}>
        {entries.map(([flow, count]) => (
          <NumberRow
            key={flow}
            title={partName(design, flow)}
            of={{ count }}
            name={{ part: id, metric: `visits.${flow}` }}
          />
        ))}
      </dl>
    </>
  );
}
