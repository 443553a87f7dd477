import { useState } from 'react';
import type { Problem, Variant } from '../../../shared/practice/problem';
import { freeId } from '../../../shared/practice/problem-entries';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import { RuleTitle } from '../../panels/findings/RuleTitle';
import { metricTitle } from '../../panels/metrics';
import { database } from '../../storage/database';
import { readStored } from '../../storage/designs';
import { toast, useWorkspace } from '../../store/workspace';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { Entries } from './Entries';
import type { PartProps } from './InterviewParts';
import styles from './MakeProblemDialog.module.css';
import { TextRow } from './TextRow';

/** Weaker designs of the same system, each with what breaks there; what the analysis shows of it is computed. */
export function VariantList({ problem, onChange }: PartProps) {
  const { variants } = problem;
  return (
    <Entries
      title={t('Variant')}
      about={t(
        'A weaker design of the same system, to study beside the reference after an attempt. It is taken from the library as it stands there now.',
      )}
      entries={variants}
      onChange={(next) => onChange({ variants: next })}
      fields={(variant, write) => (
        <>
          <TextRow
            label={t('Title')}
            value={variant.title}
            onWrite={(title) => write({ ...variant, title })}
          />
          <TextRow
            label={t('What breaks')}
            value={variant.text}
            onWrite={(text) => write({ ...variant, text })}
          />
          <TextRow label={t('Why')} value={variant.why} onWrite={(why) => write({ ...variant, why })} />
          <ShownWords problem={problem} shows={variant.shows} />
        </>
      )}
      add={
        <DesignChooser
          problem={problem}
          onAdd={(variant) => onChange({ variants: [...variants, variant] })}
        />
      }
    />
  );
}

interface ShownWordsProps {
  readonly problem: Problem;
  readonly shows: Variant['shows'];
}

/** What the analysis and the rules show of a variant, in words. */
function ShownWords({ problem, shows }: ShownWordsProps) {
  const nameOf = (id: string): string => problem.flows.find((flow) => flow.id === id)?.name ?? id;
  return (
    <ul className={styles.shows} aria-label={t('Shown by the analysis')}>
      {shows.map((shown) =>
        'rule' in shown ? (
          <li key={shown.rule}>
            <RuleTitle rule={shown.rule} />
          </li>
        ) : (
          <li key={`${shown.missed} ${shown.flow}`}>
            {shown.flow === undefined
              ? t('Misses {metric}', { metric: metricTitle(shown.missed) })
              : t('Misses {metric} of {flow}', {
                  metric: metricTitle(shown.missed),
                  flow: nameOf(shown.flow),
                })}
          </li>
        ),
      )}
    </ul>
  );
}

interface DesignChooserProps {
  readonly problem: Problem;
  readonly onAdd: (variant: Variant) => void;
}

/** The designs of the library but the reference itself. */
function DesignChooser({ problem, onAdd }: DesignChooserProps) {
  const designs = useWorkspace((state) => state.designs) ?? [];
  const [isBusy, setBusy] = useState(false);
  const others = designs.filter(({ id }) => id !== problem.reference.id);
  if (others.length === 0)
    return <p className={styles.muted}>{t('There is no other design in the library.')}</p>;
  const add = async (id: string): Promise<void> => {
    if (id === '') return;
    setBusy(true);
    const made = await variantOf(problem, id).finally(() => setBusy(false));
    if ('failure' in made) toast(made.failure, { tone: 'error' });
    else onAdd(made);
  };
  return (
    <Field label={t('Add a design as a variant')} stacked>
      {(ids) => (
        <Select
          id={ids.id}
          value=""
          disabled={isBusy}
          options={[
            { value: '', title: isBusy ? t('Loading…') : t('Choose a design') },
            ...others.map(({ id, name }) => ({ value: id, title: name })),
          ]}
          onChange={(id) => void add(id)}
        />
      )}
    </Field>
  );
}

/** A stored design as a variant with what is shown of it, or why it is none. */
async function variantOf(
  problem: Problem,
  designId: string,
): Promise<Variant | { readonly failure: string }> {
  const stored = await readStored(database, designId);
  if (stored.kind !== 'found') return { failure: t('The design cannot be read.') };
  const { design } = stored;
  const answer = responseOf(await practiceStudy('variant', { problem, design }));
  if (answer === null) return { failure: t('The design cannot be read.') };
  if ('failure' in answer) return answer;
  if (answer.response.length === 0)
    return {
      failure: t('“{name}” is not weaker than the reference in anything that is computed.', {
        name: design.name,
      }),
    };
  return {
    id: freeId('variant', problem.variants),
    title: design.name,
    text: '',
    why: '',
    shows: answer.response,
    design,
  };
}
