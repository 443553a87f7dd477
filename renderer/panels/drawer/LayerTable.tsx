import type { FlowFigures, LayerFigures } from '../../../shared/analysis/analysis';
import { layerTitles } from '../../../shared/diagram/palette';
import { msText, rpsText } from '../../words/figures';
import { t } from '../../words/t';
import { Figure, msOf, rpsOf } from '../Figure';
import { LayerSumsRow } from './LayerSumsRow';
import styles from './LayerTable.module.css';
import type { HopRow, LayerRow, Rollup } from './layer-rows';
import { loadWords } from './load-state';
import { UtilizationBar } from './UtilizationBar';

interface LayerTableProps {
  readonly rollup: Rollup;
  readonly flow: FlowFigures | null;
}

/** A row per layer, above each the calls that arrive there; mean and p99 are those of the chosen flow. */
export function LayerTable({ rollup, flow }: LayerTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('Layer')}</th>
          <th scope="col" className={styles.number}>
            {t('offered rps')}
          </th>
          <th scope="col" className={styles.number}>
            {t('capacity')}
          </th>
          <th scope="col">{t('utilization')}</th>
          <th scope="col" className={styles.number}>
            {t('mean')}
          </th>
          <th scope="col" className={styles.number}>
            p99
          </th>
        </tr>
      </thead>
      {rollup.rows.map((row) => (
        <tbody key={row.id} data-layer={row.id}>
          {row.hops.map((hop) => (
            <HopLine key={hop.from} hop={hop} />
          ))}
          <LayerLine row={row} />
        </tbody>
      ))}
      {rollup.sums === null || flow === null ? null : <LayerSumsRow sums={rollup.sums} flow={flow} />}
    </table>
  );
}

function HopLine({ hop }: { readonly hop: HopRow }) {
  const values = { layer: t(layerTitles[hop.from]), rps: rpsText(hop.rps), time: msText(hop.meanMs) };
  return (
    <tr className={styles.hop}>
      <td />
      <td colSpan={5} className={styles.origin}>
        {hop.use === 'sync' ? t('from {layer} {rps} · {time}', values) : null}
        {hop.use === 'async' ? t('from {layer} {rps}, async', values) : null}
        {hop.use === 'none' ? t('from {layer} {rps}, other flows only', values) : null}
      </td>
    </tr>
  );
}

function LayerLine({ row }: { readonly row: LayerRow }) {
  const { figures, limit, state, offeredRps } = row;
  const { utilization, capacityRps } = figures;
  return (
    <tr className={styles.layer}>
      <th scope="row">
        <span className={styles.square} aria-hidden="true" />
        {t(layerTitles[row.id])}
      </th>
      <td className={styles.number}>
        <Figure of={rpsOf(offeredRps)} bare />
      </td>
      <td className={`${styles.number} ${styles.muted}`}>
        {capacityRps === null ? null : <Figure of={rpsOf(capacityRps)} bare />}
      </td>
      <td>
        {utilization === null ? null : (
          <span className={styles.use}>
            <UtilizationBar utilization={utilization} limit={limit} state={state} className={styles.bar} />
            <span className={styles.share} data-state={state}>
              {loadWords(utilization, state, offeredRps, capacityRps)}
            </span>
          </span>
        )}
      </td>
      {row.use === 'async' ? (
        <>
          <td className={`${styles.number} ${styles.muted}`}>{t('async')}</td>
          <td />
        </>
      ) : (
        <>
          <LatencyCell
            figures={figures}
            metric="meanMs"
            value={row.meanMs}
            shown={row.use === 'sync' && utilization !== null}
          />
          <LatencyCell
            figures={figures}
            metric="p99Ms"
            value={row.p99Ms}
            shown={row.use === 'sync' && utilization !== null}
          />
        </>
      )}
    </tr>
  );
}

interface LatencyCellProps {
  readonly figures: LayerFigures;
  readonly metric: 'meanMs' | 'p99Ms';
  readonly value: number | null;
  readonly shown: boolean;
}

/** The layer's share of the flow's latency, with its budget where it has one. */
function LatencyCell({ figures, metric, value, shown }: LatencyCellProps) {
  const budget = figures.targets.find((target) => target.metric === metric);
  const verdict = budget === undefined || value === null ? undefined : budget.met ? 'met' : 'missed';
  return (
    <td className={styles.number}>
      {shown ? <Figure of={msOf(value)} /> : null}
      {budget === undefined ? null : (
        <span className={styles.budget} data-verdict={verdict}>
          {verdict === 'missed'
            ? t('over {target}', { target: msText(budget.target) })
            : `≤ ${msText(budget.target)}`}
        </span>
      )}
    </td>
  );
}
