import type { LayerFigures } from '../../../shared/analysis/analysis';
import type { LayerRow } from '../../../shared/diagram/layer-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { exactText, msText, percentText } from '../../words/figures';
import { t } from '../../words/t';
import { ExplainedText } from '../Figure';
import styles from './LayerTable.module.css';
import { setTarget } from './target-words';

const budgetMetrics = ['p99Ms', 'meanMs'] as const;
export type BudgetMetric = (typeof budgetMetrics)[number];

const budgetOf = ({ targets }: LayerFigures, metric: BudgetMetric) =>
  targets.find((target) => target.metric === metric);

/** The metric that the layers have budgets for; p99 where they have none. */
export const usualBudget = (rows: readonly LayerRow[]): BudgetMetric =>
  budgetMetrics.find((metric) => rows.some(({ figures }) => budgetOf(figures, metric) !== undefined)) ??
  'p99Ms';

const budgetTitle = (metric: BudgetMetric): string =>
  metric === 'p99Ms' ? t('p99 budget') : t('mean budget');

interface BudgetChooserProps {
  readonly metric: BudgetMetric;
  readonly onChange: (metric: BudgetMetric) => void;
}

/** The head of the budgets: of which metric they are. */
export function BudgetChooser({ metric, onChange }: BudgetChooserProps) {
  return (
    <Select
      label={t('Budget')}
      className={styles.budgetChooser}
      value={metric}
      options={budgetMetrics.map((one) => ({ value: one, title: budgetTitle(one) }))}
      onChange={(next) => onChange(next === 'meanMs' ? 'meanMs' : 'p99Ms')}
    />
  );
}

interface BudgetCellProps {
  readonly figures: LayerFigures;
  readonly metric: BudgetMetric;
}

/** The flow that takes longest in a layer, which its budget is held against; undefined for none. */
function slowestFlow({ flows }: LayerFigures, metric: BudgetMetric): string | undefined {
  const [slowest] = Object.entries(flows)
    .flatMap(([id, { [metric]: ms }]) => (ms === null ? [] : [{ id, ms }]))
    .sort((a, b) => b.ms - a.ms);
  return slowest?.id;
}

/** The latency budget that is allocated to a layer, edited in place, and the share of it that the slowest flow consumes. */
export function BudgetCell({ figures, metric }: BudgetCellProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  const { id } = figures;
  if (design === null || id === 'client') return <td />;
  const place = { scope: 'layer', id } as const;
  const value = design.system.targets?.layers?.[id]?.[metric] ?? null;
  return (
    <td>
      <span className={styles.budget}>
        <NumberField
          className={styles.budgetField}
          label={t('{budget} of {layer}', { budget: budgetTitle(metric), layer: t(layerTitles[id]) })}
          unit="ms"
          clearable
          disabled={readOnly}
          value={value}
          emptyText="–"
          onCommit={(next) => setTarget(editor, design, place, metric, next)}
        />
        {value === null ? null : <ConsumedWords figures={figures} metric={metric} />}
      </span>
    </td>
  );
}

function ConsumedWords({ figures, metric }: BudgetCellProps) {
  const budget = budgetOf(figures, metric);
  if (budget === undefined || budget.actual === null) return null;
  const { actual, target, met } = budget;
  const flow = slowestFlow(figures, metric);
  const tip = t('{actual} of {target}, by the slowest flow', {
    actual: exactText({ ms: actual }),
    target: msText(target),
  });
  const words = met
    ? t('{share} used', { share: percentText(target > 0 ? actual / target : 0) })
    : t('{time} over', { time: msText(actual - target) });
  return (
    <span className={styles.consumed} data-verdict={met ? 'met' : 'missed'}>
      {flow === undefined ? (
        <span data-tip={tip}>{words}</span>
      ) : (
        <ExplainedText name={{ part: `layer:${figures.id}`, metric: `flows.${flow}.${metric}` }} tip={tip}>
          {words}
        </ExplainedText>
      )}
    </span>
  );
}

interface AllocatedWordsProps {
  readonly rows: readonly LayerRow[];
  readonly metric: BudgetMetric;
}

/** The budgets of all layers together; percentiles do not add up, so it is said of means alone. */
export function AllocatedWords({ rows, metric }: AllocatedWordsProps) {
  const budgets = rows.flatMap(({ figures }) => budgetOf(figures, metric)?.target ?? []);
  if (metric !== 'meanMs' || budgets.length === 0) return null;
  return t('{sum} allocated', { sum: msText(budgets.reduce((sum, of) => sum + of, 0)) });
}
