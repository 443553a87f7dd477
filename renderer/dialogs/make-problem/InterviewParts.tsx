import type { Problem } from '../../../shared/practice/problem';
import { newDeepDive, newQuestion, withTerms, withTitle } from '../../../shared/practice/problem-entries';
import { sections } from '../../../shared/practice/sections';
import { linesOfPoints, pointsOfLines } from '../../../shared/practice/terms';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { Entries } from './Entries';
import { TextRow } from './TextRow';

export interface PartProps {
  readonly problem: Problem;
  readonly onChange: (patch: Partial<Problem>) => void;
}

/** What a candidate may ask at the beginning, and what the interviewer answers. */
export function Questions({ problem, onChange }: PartProps) {
  const { questions } = problem;
  return (
    <Entries
      title={t('Question')}
      about={t(
        'A question is answered when what is typed has one of its words. Those of its title are taken while you write none.',
      )}
      entries={questions}
      onChange={(next) => onChange({ questions: next })}
      fields={(question, write) => (
        <>
          <TextRow
            label={t('Question')}
            value={question.title}
            onWrite={(title) => write(withTitle(question, title))}
          />
          <TextRow
            label={t('Answer')}
            value={question.text}
            onWrite={(text) => write({ ...question, text })}
          />
          <TextRow
            label={t('Words, with commas')}
            value={question.terms.join(', ')}
            onWrite={(line) => write(withTerms(question, line))}
          />
        </>
      )}
      add={
        <Button icon="plus" onClick={() => onChange({ questions: [...questions, newQuestion(problem)] })}>
          {t('Add a question')}
        </Button>
      }
    />
  );
}

/** Questions of the deep dive, and what a good answer to each names. */
export function DeepDives({ problem, onChange }: PartProps) {
  const { deepDive, roles } = problem;
  const chosen = [
    { value: '', title: t('The whole design') },
    ...roles.map(({ id, title }) => ({ value: id, title })),
  ];
  return (
    <Entries
      title={t('Deep dive')}
      about={t(
        'A good answer names these things. Write one a line, with the words that tell it after a colon, such as Failover: standby, replica.',
      )}
      entries={deepDive}
      onChange={(next) => onChange({ deepDive: next })}
      fields={(asked, write) => {
        const { role = '', ...rest } = asked;
        return (
          <>
            <TextRow
              label={t('Question')}
              value={asked.title}
              onWrite={(title) => write({ ...asked, title })}
            />
            <Field label={t('About')} stacked>
              {(ids) => (
                <Select
                  id={ids.id}
                  value={role}
                  options={chosen}
                  onChange={(next) => write(next === '' ? rest : { ...rest, role: next })}
                />
              )}
            </Field>
            <TextRow
              label={t('A good answer names')}
              lines
              value={linesOfPoints(asked.names)}
              placeholder={t('One a line')}
              onWrite={(text) => write({ ...asked, names: pointsOfLines(text) })}
            />
          </>
        );
      }}
      add={
        <Button icon="plus" onClick={() => onChange({ deepDive: [...deepDive, newDeepDive(problem)] })}>
          {t('Add a question of the deep dive')}
        </Button>
      }
    />
  );
}

const timed = sections.filter(({ minutes }) => minutes !== null);

/** Hints of the sections, shown one after the other; each is counted. */
export function HintList({ problem, onChange }: PartProps) {
  const { hints } = problem;
  return (
    <Entries
      title={t('Hint')}
      about={t(
        'The hints of a section are shown one after the other, in this order. Each that is opened costs points.',
      )}
      entries={hints}
      onChange={(next) => onChange({ hints: next })}
      fields={(hint, write) => (
        <>
          <Field label={t('Section')} stacked>
            {(ids) => (
              <Select
                id={ids.id}
                value={hint.section}
                options={timed.map(({ id, title }) => ({ value: id, title: t(title) }))}
                onChange={(next) =>
                  write({ ...hint, section: timed.find(({ id }) => id === next)?.id ?? hint.section })
                }
              />
            )}
          </Field>
          <TextRow label={t('Hint')} value={hint.text} onWrite={(text) => write({ ...hint, text })} />
        </>
      )}
      add={
        <Button
          icon="plus"
          onClick={() => onChange({ hints: [...hints, { section: 'expectations', text: '' }] })}
        >
          {t('Add a hint')}
        </Button>
      }
    />
  );
}
