import type { Problem } from '../../../shared/practice/problem';
import { freeId } from '../../../shared/practice/problem-entries';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { useRules } from '../reference/use-rules';
import { Entries } from './Entries';
import type { PartProps } from './InterviewParts';
import { TextRow } from './TextRow';

type Pitfall = Problem['pitfalls'][number];

/** Mistakes that are often made here, each with the rule that finds it. */
export function PitfallList({ problem, onChange }: PartProps) {
  const { pitfalls } = problem;
  const listing = useRules();
  const rules = (listing.state === 'loaded' ? listing.rules : []).map(({ id, code, title, why }) => ({
    value: id,
    title: t('{code}: {title}', { code, title: t(title) }),
    pitfall: { title: t(title), why: t(why), rule: id },
  }));
  const add = (rule: string): void => {
    const pitfall = rules.find(({ value }) => value === rule)?.pitfall;
    if (pitfall === undefined) return;
    onChange({ pitfalls: [...pitfalls, { id: freeId('pitfall', pitfalls), ...pitfall }] });
  };
  return (
    <Entries
      title={t('Pitfall')}
      about={t('A mistake that is often made in this system, by the design rule that finds it.')}
      entries={pitfalls}
      onChange={(next: readonly Pitfall[]) => onChange({ pitfalls: next })}
      fields={(pitfall, write) => (
        <>
          <TextRow
            label={t('Title')}
            value={pitfall.title}
            onWrite={(title) => write({ ...pitfall, title })}
          />
          <TextRow label={t('Why')} value={pitfall.why} onWrite={(why) => write({ ...pitfall, why })} />
        </>
      )}
      add={
        <Field label={t('Add a pitfall')} stacked>
          {(ids) => (
            <Select
              id={ids.id}
              value=""
              options={[{ value: '', title: t('Choose a design rule') }, ...rules]}
              onChange={add}
            />
          )}
        </Field>
      }
    />
  );
}
