import { type Edge, flowsOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import type { EdgeSectionProps } from './edge-section';
import styles from './Inspector.module.css';

const chosen = 'chosen';

/** Which flows go over the edge: all, reads, writes, or some by name. */
export function EdgeFlows({ edge, resolved, set }: EdgeSectionProps) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const title = t('Flows');
  const choose = (value: string): void => {
    const flows: Edge['flows'] =
      value === 'all' || value === 'read' || value === 'write' ? value : [...resolved.flows];
    set('flows', flows, title);
  };
  const named = typeof edge.flows === 'object' ? edge.flows : null;
  const toggle = (id: string, on: boolean): void => {
    const next = flowsOf(design)
      .map((flow) => flow.id)
      .filter((flow) => (flow === id ? on : (named ?? []).includes(flow)));
    set('flows', next, title);
  };
  return (
    <>
      <Field
        field="flows"
        label={title}
        hint={t('Requests of these flows make the call')}
        about={basisWords(resolved.basis.flows)}
        onReset={edge.flows === undefined ? undefined : () => set('flows', null, title)}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={edge.flows === undefined}
            value={
              named === null
                ? typeof edge.flows === 'string'
                  ? edge.flows
                  : impliedBy(resolved.flows)
                : chosen
            }
            options={[
              { value: 'all', title: t('all') },
              { value: 'read', title: t('reads') },
              { value: 'write', title: t('writes') },
              { value: chosen, title: t('chosen ones') },
            ]}
            onChange={choose}
          />
        )}
      </Field>
      {named === null ? null : (
        <fieldset className={`${styles.subfields} ${styles.checks}`} aria-label={t('Chosen flows')}>
          {flowsOf(design).map((flow) => (
            <label key={flow.id} className={styles.check}>
              <input
                type="checkbox"
                checked={named.includes(flow.id)}
                onChange={(event) => toggle(flow.id, event.currentTarget.checked)}
              />
              {partName(design, flow.id)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** The default of the list: an observer's edge carries none. */
const impliedBy = (flows: readonly string[]): string => (flows.length === 0 ? chosen : 'all');
