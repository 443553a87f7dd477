import type { TargetFigures } from '../../../shared/analysis/analysis';
import type { QuantityUnit } from '../../../shared/math/parse-quantity';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { shortNumber } from '../../ui/number-text';
import { availabilityText } from '../../words/figures';
import { t } from '../../words/t';
import { metricTitle } from '../metrics';
import styles from './TargetFields.module.css';

interface TargetFieldsProps {
  readonly metrics: readonly string[];
  /** The targets set on this part, by metric. */
  readonly own: Readonly<Record<string, unknown>>;
  /** The current figures, by metric. */
  readonly actual?: Readonly<Record<string, number | null | undefined>>;
  /** What applies where it is not set: the design's target for a flow. */
  readonly inherited?: Readonly<Record<string, unknown>>;
  readonly judged?: readonly TargetFigures[];
  readonly onChange: (metric: string, value: number | null) => void;
}

const shareMetrics = new Set(['maxUtilization', 'availability']);

export function unitOfMetric(metric: string): QuantityUnit {
  if (shareMetrics.has(metric)) return 'share';
  if (metric === 'monthlyCostUsd') return 'usd';
  if (metric.endsWith('Seconds')) return 'seconds';
  return metric === 'headroom' ? 'factor' : 'ms';
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Fields for the targets of a part, each with its current figure. */
export function TargetFields(props: TargetFieldsProps) {
  const { metrics, own, actual = {}, inherited = {}, judged = [], onChange } = props;
  return metrics.map((metric) => {
    const unit = unitOfMetric(metric);
    const target = numberOf(own[metric]);
    const verdict = judged.find((item) => item.metric === metric);
    return (
      <Field
        key={metric}
        field={metric}
        label={metricTitle(metric)}
        note={<NowWords metric={metric} actual={actual[metric]} unit={unit} verdict={verdict} />}
        onReset={target === null ? undefined : () => onChange(metric, null)}
      >
        {(ids) => (
          <NumberField
            {...ids}
            unit={unit}
            {...(unit === 'share' ? { max: 1 } : {})}
            clearable
            value={target}
            placeholder={numberOf(inherited[metric])}
            emptyText={t('no target')}
            onCommit={(value) => onChange(metric, value)}
          />
        )}
      </Field>
    );
  });
}

interface NowWordsProps {
  readonly metric: string;
  readonly actual: number | null | undefined;
  readonly unit: QuantityUnit;
  readonly verdict: TargetFigures | undefined;
}

function NowWords({ metric, actual, unit, verdict }: NowWordsProps) {
  if (actual === undefined || actual === null) return null;
  const value = metric === 'availability' ? availabilityText(actual) : shortNumber(actual, unit);
  if (verdict === undefined) return t('Now {value}', { value });
  return (
    <span className={styles.verdict} data-met={verdict.met}>
      {verdict.met ? t('Now {value}, met', { value }) : t('Now {value}, missed', { value })}
    </span>
  );
}
