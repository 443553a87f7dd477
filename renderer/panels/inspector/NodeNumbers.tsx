import type { NodeCost, NodeFigures } from '../../../shared/analysis/analysis';
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
      {figures.cost === null ? null : <CostNumbers cost={figures.cost} />}
      <VisitNumbers visits={figures.visits} />
    </div>
  );
}

function LoadNumbers({ figures }: { readonly figures: NodeFigures }) {
  const { offeredRps, carriedRps, capacityRps, limitedBy, utilization, refused, servers } = figures;
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
      {limitedBy === null || limitedBy === 'work' ? null : (
        <>
          <dt>{t('Limited by')}</dt>
          <dd>{boundWords(limitedBy)}</dd>
        </>
      )}
      <dt>{t('Utilization')}</dt>
      <dd data-broken={figures.saturated ? '' : undefined}>
        <Figure of={shareOf(utilization)} /> {figures.saturated ? t('saturated') : null}
      </dd>
      <PlacesNumbers figures={figures} />
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

/** Requests in progress, and the places for them where these are limited. */
function PlacesNumbers({ figures }: { readonly figures: NodeFigures }) {
  const design = useDocument((state) => state.design);
  const { placesUtilization, inFlight, heldUpBy } = figures;
  return (
    <>
      {inFlight === null ? null : (
        <>
          <dt>{t('In progress')}</dt>
          <dd>
            <Figure of={{ count: inFlight }} />
          </dd>
        </>
      )}
      {placesUtilization === null ? null : (
        <>
          <dt>{t('Places taken')}</dt>
          <dd>
            <Figure of={{ share: placesUtilization }} />
          </dd>
        </>
      )}
      {heldUpBy === null || design === null ? null : (
        <>
          <dt>{t('Held up by')}</dt>
          <dd>{partName(design, heldUpBy)}</dd>
        </>
      )}
    </>
  );
}

/** What bounds a node other than the work of its servers. */
function boundWords(by: Exclude<NodeFigures['limitedBy'], 'work' | null>): string {
  switch (by) {
    case 'places':
      return t('requests in progress');
    case 'bandwidth':
      return t('network');
    case 'connections':
      return t('client connections');
    case 'limit':
      return t('rate limit');
  }
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

/** What it costs a month, by what is paid for; what is nothing is left out. */
function CostNumbers({ cost }: { readonly cost: NodeCost }) {
  const rows = [
    { title: t('Servers'), usd: cost.serversUsd },
    { title: t('Storage'), usd: cost.storageUsd },
    { title: t('Requests'), usd: cost.requestsUsd },
    { title: t('Egress'), usd: cost.egressUsd },
    { title: t('Network'), usd: cost.networkUsd },
  ].filter(({ usd }) => usd > 0);
  if (rows.length === 0 && !cost.unpriced) return null;
  return (
    <>
      <h3 className={styles.title}>{t('Cost per month')}</h3>
      {rows.length === 0 ? null : (
        <dl className={styles.numbers}>
          {rows.map(({ title, usd }) => (
            <CostRow key={title} title={title} usd={usd} />
          ))}
        </dl>
      )}
      {cost.unpriced ? (
        <p className={styles.note}>{t('It is billed by the request, and the price is not known.')}</p>
      ) : null}
    </>
  );
}

function CostRow({ title, usd }: { readonly title: string; readonly usd: number }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Figure of={{ usd }} />
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
