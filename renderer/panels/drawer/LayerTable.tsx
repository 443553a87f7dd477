import { useState } from 'react';
import type { FlowFigures, LayerFigures } from '../../../shared/analysis/analysis';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import type { HopRow, LayerRow, Rollup } from '../../../shared/diagram/layer-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { formatList } from '../../../shared/math/format-message';
import { useDocument } from '../../store/document';
import { DataTable } from '../../ui/DataTable';
import { UtilizationBar } from '../../ui/UtilizationBar';
import { exactText, rpsText } from '../../words/figures';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { rich } from '../../words/rich';
import { t } from '../../words/t';
import { ExplainedText, Figure, msOf, rpsOf } from '../Figure';
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
    <DataTable className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('Layer')}</th>
          <th scope="col" data-number>
            {t('offered rps')}
          </th>
          <th scope="col" data-number>
            {t('capacity')}
          </th>
          <th scope="col">{t('utilization')}</th>
          <th scope="col" data-number>
            {t('mean')}
          </th>
          <th scope="col" data-number>
            p99
          </th>
          <th scope="col">
            <BudgetChooser metric={budgetMetric} onChange={setChosen} />
          </th>
          <th scope="col" data-number>
            {t('availability')}
          </th>
          <th scope="col" data-number>
            {t('servers')}
          </th>
          <th scope="col" data-number>
            {t('storage')}
          </th>
          <th scope="col" data-number>
            {t('cost a month')}
          </th>
        </tr>
      </thead>
      {rollup.rows.map((row) => (
        <tbody key={row.id} data-layer={row.id}>
          <LayerLine row={row} flow={flow?.id ?? null} budgetMetric={budgetMetric} />
          {row.hops.map((hop) => (
            <HopLine key={hop.from} hop={hop} to={row.id} flow={flow?.id ?? null} />
          ))}
        </tbody>
      ))}
      {rollup.sums === null || flow === null ? null : (
        <LayerSumsRow sums={rollup.sums} flow={flow} rows={rollup.rows} budgetMetric={budgetMetric} />
      )}
    </DataTable>
  );
}

interface HopLineProps {
  readonly hop: HopRow;
  readonly to: LayerRow['id'];
  readonly flow: string | null;
}

function HopLine({ hop, to, flow }: HopLineProps) {
  const part = `${hop.from}>${to}`;
  const values = {
    layer: t(layerTitles[hop.from]),
    rps: <Figure of={rpsOf(hop.rps)} bare name={{ part, metric: 'rps' }} />,
    time: <Figure of={msOf(hop.meanMs)} name={{ part, metric: `flows.${flow}.meanMs` }} />,
  };
  return (
    <tr className={styles.hop}>
      <td />
      <td colSpan={10} className={styles.origin}>
        {hop.use === 'sync' ? rich('from {layer} {rps} · {time}', values) : null}
        {hop.use === 'async' ? rich('from {layer} {rps}, async', values) : null}
        {hop.use === 'none' ? rich('from {layer} {rps}, other flows only', values) : null}
        <Callees of={hop.callees} />
      </td>
    </tr>
  );
}

/** So many that the row stays on its line. */
const mostCallees = 3;

/** What the calls of a hop go to, where that is more than one component: their sum is no one's rate. */
function Callees({ of }: { readonly of: HopRow['callees'] }) {
  const design = useDocument((state) => state.design);
  if (design === null || of.length < 2 || of.length > mostCallees) return null;
  const each = of.map(({ id, rps }) => t('{name} {rps}', { name: partName(design, id), rps: rpsText(rps) }));
  return <span> ({formatList(each, language())})</span>;
}

interface LayerLineProps {
  readonly row: LayerRow;
  /** The flow that mean and p99 are of. */
  readonly flow: string | null;
  readonly budgetMetric: BudgetMetric;
}

function LayerLine({ row, flow, budgetMetric }: LayerLineProps) {
  const { figures, limit, state, offeredRps } = row;
  const { utilization, capacityRps } = figures;
  const name = (metric: string) => ({ part: `layer:${row.id}`, metric });
  const isTimed = row.use === 'sync' && utilization !== null;
  return (
    <tr className={styles.layer}>
      <th scope="row">
        <span className={styles.square} aria-hidden="true" />
        {t(layerTitles[row.id])}
      </th>
      <td data-number>
        <Figure of={rpsOf(offeredRps)} bare name={name('offeredRps')} />
      </td>
      <td className={styles.muted} data-number>
        {capacityRps === null ? null : <Figure of={rpsOf(capacityRps)} bare name={name('capacityRps')} />}
      </td>
      <td>
        {utilization === null ? null : (
          <span className={styles.use}>
            <UtilizationBar utilization={utilization} limit={limit} state={state} className={styles.bar} />
            <span className={styles.share} data-state={state}>
              <ExplainedText name={name('utilization')} tip={exactText({ share: utilization })}>
                {loadWords(utilization, state, offeredRps, capacityRps)}
              </ExplainedText>
            </span>
          </span>
        )}
      </td>
      {row.use === 'async' ? (
        <>
          <td className={styles.muted} data-number>
            {t('async')}
          </td>
          <td />
        </>
      ) : (
        <>
          <LatencyCell value={row.meanMs} shown={isTimed} name={name(`flows.${flow}.meanMs`)} />
          <LatencyCell value={row.p99Ms} shown={isTimed} name={name(`flows.${flow}.p99Ms`)} />
        </>
      )}
      <BudgetCell figures={figures} metric={budgetMetric} />
      <ProvidedCells figures={figures} />
    </tr>
  );
}

/** What the layer runs on and what it costs; a layer of what nobody runs, such as clients, has none of it. */
function ProvidedCells({ figures }: { readonly figures: LayerFigures }) {
  const { id, availability, servers, storageBytes, monthlyCostUsd } = figures;
  const name = (metric: string) => ({ part: `layer:${id}`, metric });
  return (
    <>
      <td data-number>
        {availability === null ? null : <Figure of={{ availability }} name={name('availability')} />}
      </td>
      <td data-number>
        {servers === null ? null : <Figure of={{ count: servers }} name={name('servers')} />}
      </td>
      <td data-number>
        {storageBytes === null || storageBytes === 0 ? null : (
          <Figure of={{ bytes: storageBytes }} name={name('storageBytes')} />
        )}
      </td>
      <td data-number>
        {monthlyCostUsd === null ? null : (
          <Figure of={{ usd: monthlyCostUsd }} bare name={name('monthlyCostUsd')} />
        )}
      </td>
    </>
  );
}

interface LatencyCellProps {
  readonly value: number | null;
  readonly shown: boolean;
  readonly name: FigureName;
}

/** What the layer takes of the flow's latency. */
function LatencyCell({ value, shown, name }: LatencyCellProps) {
  return <td data-number>{shown ? <Figure of={msOf(value)} name={name} /> : null}</td>;
}
