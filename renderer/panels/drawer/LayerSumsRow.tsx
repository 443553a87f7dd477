import type { FlowFigures } from '../../../shared/analysis/analysis';
import type { LayerRow, LayerSums } from '../../../shared/diagram/layer-rows';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { msText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { Figure, msOf } from '../Figure';
import { AllocatedWords, type BudgetMetric } from './LayerBudget';
import styles from './LayerTable.module.css';

interface LayerSumsRowProps {
  readonly sums: LayerSums;
  readonly flow: FlowFigures;
  readonly rows: readonly LayerRow[];
  readonly budgetMetric: BudgetMetric;
}

/** The foot of the Layers table: layers + network − what runs in parallel is the flow's mean. */
export function LayerSumsRow({ sums, flow, rows, budgetMetric }: LayerSumsRowProps) {
  const totals = useReport((state) => state.analysis?.totals);
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const name = partName(design, flow.id);
  return (
    <tfoot>
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className={styles.sum}>
          {sums.meanMs === null || sums.layersMs === null
            ? t('network {network}; the mean is unbounded while a component is saturated', {
                network: msText(sums.hopsMs),
              })
            : sumWords(sums.layersMs, sums.hopsMs, sums.overlapMs ?? 0)}
        </td>
        <td data-number>
          <Figure of={msOf(sums.meanMs)} name={{ part: flow.id, metric: 'meanMs' }} />
        </td>
        <td data-number>
          <Figure of={msOf(flow.p99Ms)} name={{ part: flow.id, metric: 'p99Ms' }} />
        </td>
        <td className={styles.allocated}>
          <AllocatedWords rows={rows} metric={budgetMetric} />
        </td>
        <td data-number>
          {totals?.availability == null ? null : (
            <Figure of={{ availability: totals.availability }} name={total('availability')} />
          )}
        </td>
        <td data-number>
          {totals?.servers == null ? null : <Figure of={{ count: totals.servers }} name={total('servers')} />}
        </td>
        <td data-number>
          {totals?.storageBytes == null ? null : (
            <Figure of={{ bytes: totals.storageBytes }} name={total('storageBytes')} />
          )}
        </td>
        <td data-number>
          {totals?.monthlyCostUsd == null ? null : (
            <Figure of={{ usd: totals.monthlyCostUsd }} bare name={total('monthlyCostUsd')} />
          )}
        </td>
      </tr>
    </tfoot>
  );
}

const total = (metric: string) => ({ part: 'totals', metric });

function sumWords(layersMs: number, hopsMs: number, overlapMs: number): string {
  const values = { layers: msText(layersMs), network: msText(hopsMs), overlap: msText(overlapMs) };
  return overlapMs > 0
    ? t('layers {layers} + network {network} − in parallel {overlap}', values)
    : t('layers {layers} + network {network}', values);
}
