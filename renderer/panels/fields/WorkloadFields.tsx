import { type Design, flowsOf, type Workload } from '../../../shared/model/schema';
import { audiences } from '../../../shared/model/vocabulary';
import { rateOfShare } from '../../../shared/model/workload';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { rpsText } from '../../words/figures';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';
import { type NumericField, workloadFields } from './workload-fields';

/** What holds where nothing is set. */
const usual: { readonly [F in NumericField]?: number } = { peakFactor: 1, costMonths: 12 };

/** The demand from which flows that are a share of it get their rates. */
export function WorkloadFields({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const workload = design.system.workload;
  const rate = rateOfShare(workload, 1);
  const shared = flowsOf(design).some((flow) => flow.rate.share !== undefined);
  const set = (field: keyof Workload, value: number | string | null, title: string): void => {
    edit(
      t('Change {field} of the workload', { field: title }),
      [{ op: 'patch-workload', patch: { [field]: value } }],
      { mergeKey: `workload.${field}` },
    );
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Workload')}</h3>
      {workloadFields.map(({ field, title, shape, hint, needed }) => (
        <Field
          key={field}
          field={field}
          label={t(title)}
          hint={hint === undefined ? undefined : t(hint)}
          onReset={
            workload?.[field] === undefined || (shared && needed)
              ? undefined
              : () => set(field, null, t(title))
          }
        >
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
      <AudienceField audience={workload?.audience} set={set} />
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

const audienceWords = { 'one-region': 'around one region', global: 'all over the world' } as const;

interface AudienceFieldProps {
  readonly audience: Workload['audience'];
  readonly set: (field: 'audience', value: string | null, title: string) => void;
}

/** Where the people are that use it. */
function AudienceField({ audience, set }: AudienceFieldProps) {
  const title = t('Users are');
  return (
    <Field
      field="audience"
      label={title}
      hint={t('Users all over the world are far from a single region')}
      onReset={audience === undefined ? undefined : () => set('audience', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={audience === undefined}
          value={audience ?? ''}
          options={[
            { value: '', title: t('not set') },
            ...audiences.map((value) => ({ value, title: t(audienceWords[value]) })),
          ]}
          onChange={(value) => set('audience', value === '' ? null : value, title)}
        />
      )}
    </Field>
  );
}
