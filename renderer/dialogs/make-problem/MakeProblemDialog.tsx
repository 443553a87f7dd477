import { useMemo, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import type { Problem } from '../../../shared/practice/problem';
import { problemOfDesign } from '../../../shared/practice/problem-of-design';
import { readProblem } from '../../../shared/practice/read-problem';
import { TextField } from '../../panels/fields/TextField';
import { writeProblem } from '../../storage/attempts';
import { database } from '../../storage/database';
import { goToPractice } from '../../storage/library';
import { saveProblem } from '../../storage/save-problem';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { language } from '../../words/language';
import { problemWords } from '../../words/problem-words';
import { t } from '../../words/t';
import styles from './MakeProblemDialog.module.css';

/** Makes a practice problem with the open design as its reference: kept in Practice, or saved as a file for others. */
export function MakeProblemDialog() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  return <Form design={design} onClose={() => setView({ dialog: null })} />;
}

interface Written {
  readonly title: string;
  readonly summary: string;
  readonly prompt: string;
}

const startOf = (design: Design): Written => ({
  title: design.name,
  summary: '',
  prompt: design.writing?.brief?.problem ?? '',
});

interface FormProps {
  readonly design: Design;
  readonly onClose: () => void;
}

function Form({ design, onClose }: FormProps) {
  const [written, setWritten] = useState(() => startOf(design));
  const [id] = useState(() => crypto.randomUUID());
  const problem = useMemo(
    () => problemOfDesign(design, { id, ...written }, language()),
    [design, id, written],
  );
  const checked = useMemo(() => (problem === null ? null : readProblem(problem)), [problem]);
  const faults = [
    ...(problem === null
      ? [t('The design has no flow with a rate: nothing of an answer could be measured.')]
      : []),
    ...(written.title.trim() === '' ? [t('It has no title.')] : []),
    ...(written.prompt.trim() === ''
      ? [t('It has no task: write what the interviewer says at the beginning.')]
      : []),
    ...(checked?.ok === false ? checked.problems.map(problemWords) : []),
  ];
  const sound = faults.length === 0 && checked?.ok === true ? checked.value : null;
  const take = (use: (whole: Problem) => Promise<void>): void => {
    if (sound !== null) void use(sound);
    else toast(t('The problem is not complete: {fault}', { fault: faults[0] ?? '' }), { tone: 'error' });
  };
  const write = (patch: Partial<Written>): void => setWritten((before) => ({ ...before, ...patch }));
  return (
    <Dialog
      title={t('Make a problem of this design')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => take(saveProblem)}>{t('Save to a file')}</Button>
          <Button variant="primary" onClick={() => take((whole) => keep(whole, onClose))}>
            {t('Add to Practice')}
          </Button>
        </>
      }
    >
      <Field label={t('Title')} stacked>
        {(ids) => <TextField id={ids.id} value={written.title} onCommit={(title) => write({ title })} />}
      </Field>
      <Field label={t('Summary')} stacked>
        {(ids) => (
          <TextField id={ids.id} value={written.summary} onCommit={(summary) => write({ summary })} />
        )}
      </Field>
      <Field label={t('Task')} stacked>
        {(ids) => (
          <TextField id={ids.id} multiline value={written.prompt} onCommit={(prompt) => write({ prompt })} />
        )}
      </Field>
      {problem === null ? null : <Contents problem={problem} />}
      <div role="status">
        <ul className={styles.faults}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** What of the design the problem asks for. */
function Contents({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <p className={styles.muted}>{t('The design is the reference. Of it are taken:')}</p>
      <ul className={styles.contents}>
        <li>{t('{count, plural, one {# flow} other {# flows}}', { count: problem.flows.length })}</li>
        <li>
          {t(
            '{count, plural, one {# requirement that is measured} other {# requirements that are measured}}',
            {
              count: problem.nonFunctional.length,
            },
          )}
        </li>
        <li>
          {t('{count, plural, one {# estimate} other {# estimates}}', { count: problem.estimates.length })}
        </li>
        <li>
          {t('{count, plural, one {# kind of component} other {# kinds of components}}', {
            count: problem.roles.length,
          })}
        </li>
        <li>
          {t('{count, plural, one {# API or entity} other {# APIs and entities}}', {
            count: problem.apis.length + problem.entities.length,
          })}
        </li>
        <li>
          {t(
            '{count, plural, one {# question of the deep dive, from a decision} other {# questions of the deep dive, from decisions}}',
            {
              count: problem.deepDive.length,
            },
          )}
        </li>
      </ul>
    </>
  );
}

async function keep(problem: Problem, onClose: () => void): Promise<void> {
  const outcome = await writeProblem(database, problem);
  if (outcome !== true) {
    toast(t('It could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
    return;
  }
  onClose();
  toast(t('“{title}” added', { title: problem.title }), {
    action: { label: t('Practice'), run: () => void goToPractice() },
  });
}
