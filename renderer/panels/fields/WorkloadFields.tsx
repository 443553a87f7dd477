import { type Design, flowsOf, type Workload } from '../../../shared/model/schema';
import { rateOfShare } from '../../../shared/model/workload';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import type { NumberShape } from '../../ui/number-text';
import { rpsText } from '../../words/figures';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';

type NumericField = Exclude<keyof Workload, 'audience'>;

interface WorkloadField {
  readonly field: NumericField;
  readonly title: string;
  readonly shape: NumberShape;
  readonly hint?: string;
  /** Flows that are a share of the workload need it. */
  readonly needed?: true;
}

const fields: readonly WorkloadField[] = [
  { field: 'dailyActiveUsers', title: 'Daily users', shape: { unit: 'count' }, needed: true },
  { field: 'requestsPerUserPerDay', title: 'Requests a user a day', shape: { unit: 'count' }, needed: true },
  {
    field: 'peakFactor',
    title: 'Peak factor',
    shape: { unit: 'factor', min: 1 },
    hint: 'Peak ÷ average; ×1 where it is left out',
  },
  {
    field: 'costMonths',
    title: 'Storage costed after',
    shape: { unit: 'count' },
    hint: 'Months after which stored data are costed; 12 where it is left out',
  },
];

/** What holds where nothing is set. */
const usual: { readonly [F in NumericField]?: number } = { peakFactor: 1, costMonths: 12 };

/** The demand from which flows that are a share of it get their rates. */
export function WorkloadFields({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const workload = design.system.workload;
  const rate = rateOfShare(workload, 1);
  const shared = flowsOf(design).some((flow) => flow.rate.share !== undefined);
  const set = (field: NumericField, value: number | null, title: string): void => {
    edit(
      t('Change {field} of the workload', { field: title }),
      [{ op: 'patch-workload', patch: { [field]: value } }],
      { mergeKey: `workload.${field}` },
    );
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Workload')}</h3>
      {fields.map(({ field, title, shape, hint, needed }) => (
        <Field key={field} label={t(title)} hint={hint === undefined ? undefined : t(hint)}>
          {(ids) => (
            <NumberField
              {...ids}
              {...shape}
              clearable={!(shared && needed)}
              value={workload?.[field] ?? null}
              placeholder={usual[field] ?? null}
              emptyText={t('not set')}
              onCommit={(value) => set(field, value, t(title))}
            />
          )}
        </Field>
      ))}
      <p className={styles.note}>
        {rate === null
          ? t(
              'With users and their requests set, a flow can be a share of the workload instead of a fixed rate.',
            )
          : t('{rate} rps at peak; a flow can be a share of it.', { rate: rpsText(rate) })}
      </p>
    </section>
  );
}
