import { useState } from 'react';
import type { FlowFigures, LayerFigures } from '../../../shared/analysis/analysis';
import type { HopRow, LayerRow, Rollup } from '../../../shared/diagram/layer-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { UtilizationBar } from '../../ui/UtilizationBar';
import { msText, rpsText } from '../../words/figures';
import { t } from '../../words/t';
import { Figure, msOf, rpsOf } from '../Figure';
import { BudgetCell, BudgetChooser, type BudgetMetric, usualBudget } from './LayerBudget';
import { LayerSumsRow } from './LayerSumsRow';
import styles from './LayerTable.module.css';
import { loadWords } from './load-state';

interface LayerTableProps {
  readonly rollup: Rollup;
  readonly flow: FlowFigures | null;
}

/** A row per layer, under each the calls that arrive there; mean and p99 are those of the chosen flow. */
export function LayerTable({ rollup, flow }: LayerTableProps) {
  const [chosen, setChosen] = useState<BudgetMetric | null>(null);
  const budgetMetric = chosen ?? usualBudget(rollup.rows);
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
          <th scope="col">
            <BudgetChooser metric={budgetMetric} onChange={setChosen} />
          </th>
          <th scope="col" className={styles.number}>
            {t('availability')}
          </th>
          <th scope="col" className={styles.number}>
            {t('servers')}
          </th>
          <th scope="col" className={styles.number}>
            {t('storage')}
          </th>
          <th scope="col" className={styles.number}>
            {t('cost a month')}
          </th>
        </tr>
      </thead>
      {rollup.rows.map((row) => (
        <tbody key={row.id} data-layer={row.id}>
          <LayerLine row={row} budgetMetric={budgetMetric} />
          {row.hops.map((hop) => (
            <HopLine key={hop.from} hop={hop} />
          ))}
        </tbody>
      ))}
      {rollup.sums === null || flow === null ? null : (
        <LayerSumsRow sums={rollup.sums} flow={flow} rows={rollup.rows} budgetMetric={budgetMetric} />
      )}
    </table>
  );
}

function HopLine({ hop }: { readonly hop: HopRow }) {
  const values = { layer: t(layerTitles[hop.from]), rps: rpsText(hop.rps), time: msText(hop.meanMs) };
  return (
    <tr className={styles.hop}>
      <td />
      <td colSpan={10} className={styles.origin}>
        {hop.use === 'sync' ? t('from {layer} {rps} · {time}', values) : null}
        {hop.use === 'async' ? t('from {layer} {rps}, async', values) : null}
        {hop.use === 'none' ? t('from {layer} {rps}, other flows only', values) : null}
      </td>
    </tr>
  );
}

interface LayerLineProps {
  readonly row: LayerRow;
  readonly budgetMetric: BudgetMetric;
}

function LayerLine({ row, budgetMetric }: LayerLineProps) {
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
          <LatencyCell value={row.meanMs} shown={row.use === 'sync' && utilization !== null} />
          <LatencyCell value={row.p99Ms} shown={row.use === 'sync' && utilization !== null} />
        </>
      )}
      <BudgetCell figures={figures} metric={budgetMetric} />
      <ProvidedCells figures={figures} />
    </tr>
  );
}

/** What the layer stands on and what it costs; a layer of what nobody runs, such as clients, has none of it. */
function ProvidedCells({ figures }: { readonly figures: LayerFigures }) {
  const { availability, servers, storageBytes, monthlyCostUsd } = figures;
  return (
    <>
      <td className={styles.number}>{availability === null ? null : <Figure of={{ availability }} />}</td>
      <td className={styles.number}>{servers === null ? null : <Figure of={{ count: servers }} />}</td>
      <td className={styles.number}>
        {storageBytes === null || storageBytes === 0 ? null : <Figure of={{ bytes: storageBytes }} />}
      </td>
      <td className={styles.number}>
        {monthlyCostUsd === null ? null : <Figure of={{ usd: monthlyCostUsd }} />}
      </td>
    </>
  );
}

/** What the layer takes of the flow's latency. */
function LatencyCell({ value, shown }: { readonly value: number | null; readonly shown: boolean }) {
  return <td className={styles.number}>{shown ? <Figure of={msOf(value)} /> : null}</td>;
}
