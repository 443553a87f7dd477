import {
  type CostKind,
  type CostRow,
  costKinds,
  type CostTable as Table,
} from '../../../shared/diagram/cost-rows';
import { costMessage } from '../../../shared/diagram/cost-text';
import { layerTitles } from '../../../shared/diagram/palette';
import { noFigure } from '../../../shared/math/format';
import { useDocument } from '../../store/document';
import { DataTable } from '../../ui/DataTable';
import { exactText, usdText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t, wordsOf } from '../../words/t';
import { Figure } from '../Figure';
import styles from './CostTab.module.css';

/** The figure whose explanation is shown, by what `explain` calls it. */
export interface ChosenFigure {
  readonly part: string;
  readonly metric: string;
}

interface CostTableProps {
  readonly table: Table;
  readonly chosen: ChosenFigure;
  readonly onChoose: (figure: ChosenFigure) => void;
}

function kindTitle(kind: CostKind): string {
  switch (kind) {
    case 'serversUsd':
      return t('Servers');
    case 'storageUsd':
      return t('Storage');
    case 'requestsUsd':
      return t('Requests');
    case 'egressUsd':
      return t('Egress');
    case 'networkUsd':
      return t('Network');
  }
}

/** US dollars a month by layer and component, the largest first; each figure chooses its explanation. */
export function CostTable({ table, chosen, onChoose }: CostTableProps) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const cells = { chosen, onChoose };
  return (
    <DataTable className={styles.costs}>
      <thead>
        <tr>
          <th scope="col">{t('Component')}</th>
          <th scope="col" data-number>
            {t('Month')}
          </th>
          {costKinds.map((kind) => (
            <th key={kind} scope="col" data-number>
              {kindTitle(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={styles.total}>
          <th scope="row">
            {t('Whole design')}
            <Budget budget={table.budget} />
          </th>
          <TotalCell {...cells} row={table.total} part="totals" />
          <KindCells {...cells} row={table.total} part="totals" />
        </tr>
      </tbody>
      {table.layers.map((layer) => (
        <tbody key={layer.id} data-layer={layer.id}>
          <tr className={styles.layer}>
            <th scope="row">
              <span className={styles.square} aria-hidden="true" />
              {t(layerTitles[layer.id])}
            </th>
            <TotalCell {...cells} row={layer} part={`layer:${layer.id}`} />
            {costKinds.map((kind) => (
              <td key={kind} data-number>
                {layer.cost[kind] === 0 ? noFigure : <Figure of={{ usd: layer.cost[kind] }} />}
              </td>
            ))}
          </tr>
          {layer.nodes.map((row) => (
            <tr key={row.id} className={styles.part}>
              <th scope="row">{partName(design, row.id)}</th>
              <TotalCell {...cells} row={row} part={row.id} />
              <KindCells {...cells} row={row} part={row.id} />
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}

function Budget({ budget }: { readonly budget: Table['budget'] }) {
  if (budget === null) return null;
  const usd = usdText(budget.usd);
  return (
    <span className={styles.budget} data-verdict={budget.met ? 'met' : 'missed'}>
      {budget.met ? t('within the budget of {usd}', { usd }) : t('over the budget of {usd}', { usd })}
    </span>
  );
}

interface CellsProps extends Omit<CostTableProps, 'table'> {
  readonly row: CostRow;
  readonly part: string;
}

function TotalCell({ row, part, chosen, onChoose }: CellsProps) {
  return (
    <td data-number>
      <FigureButton
        figure={{ part, metric: 'monthlyCostUsd' }}
        chosen={chosen}
        onChoose={onChoose}
        text={wordsOf(costMessage(row.usd, row.cost.unpriced))}
        exact={exactText({ usd: row.usd })}
      />
    </td>
  );
}

function KindCells({ row, part, chosen, onChoose }: CellsProps) {
  return costKinds.map((kind) => {
    const usd = row.cost[kind];
    const isUnknown = kind === 'requestsUsd' && row.cost.unpriced;
    return (
      <td key={kind} data-number>
        {usd === 0 && !isUnknown ? (
          noFigure
        ) : (
          <FigureButton
            figure={{ part, metric: `cost.${kind}` }}
            chosen={chosen}
            onChoose={onChoose}
            text={wordsOf(costMessage(usd, isUnknown))}
            exact={exactText({ usd })}
          />
        )}
      </td>
    );
  });
}

interface FigureButtonProps extends Omit<CostTableProps, 'table'> {
  readonly figure: ChosenFigure;
  readonly text: string;
  readonly exact: string;
}

/** A figure that shows how it came about when it is pressed. */
export function FigureButton({ figure, chosen, onChoose, text, exact }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={styles.figure}
      aria-pressed={figure.part === chosen.part && figure.metric === chosen.metric}
      data-tip={exact}
      onClick={() => onChoose(figure)}
    >
      {text}
    </button>
  );
}
