import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { type FlowSectionProps, useSetFlowField } from './flow-section';
import styles from './Inspector.module.css';

const traits = [
  {
    field: 'idempotent',
    title: 'Idempotent',
    hint: 'To do it twice has the effect of doing it once, so it can be retried',
  },
  {
    field: 'cacheable',
    title: 'Cacheable',
    hint: 'Its answers are the same for many callers, for a while',
  },
  { field: 'deferrable', title: 'Deferrable', hint: 'The caller need not wait for the result' },
  {
    field: 'ordered',
    title: 'In order',
    hint: 'Its requests are to be processed in the order in which they came',
  },
  { field: 'anonymous', title: 'Anonymous', hint: 'Anyone may send it, and that is meant' },
] as const;

/** What is known of its requests: yes, no, or not set, which rules then ask about or leave out. */
export function FlowTraits({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('What its requests are')}</h3>
      {traits.map(({ field, title, hint }) => {
        const own = flow[field];
        const set = (value: boolean | null): void => setFlowField(resolved, field, value, t(title));
        return (
          <Field
            key={field}
            field={field}
            label={t(title)}
            hint={t(hint)}
            onReset={own === undefined ? undefined : () => set(null)}
          >
            {(ids) => (
              <Select
                {...ids}
                muted={own === undefined}
                value={own === undefined ? '' : own ? 'yes' : 'no'}
                options={[
                  { value: '', title: t('not set') },
                  { value: 'yes', title: t('yes') },
                  { value: 'no', title: t('no') },
                ]}
                onChange={(value) => set(value === '' ? null : value === 'yes')}
              />
            )}
          </Field>
        );
      })}
    </section>
  );
}
