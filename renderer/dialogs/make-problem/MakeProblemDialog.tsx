import { useId, useMemo, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import type { Problem } from '../../../shared/practice/problem';
import { problemOfDesign } from '../../../shared/practice/problem-of-design';
import { writeProblem } from '../../storage/attempts';
import { database } from '../../storage/database';
import { goToPractice } from '../../storage/library';
import { saveProblem } from '../../storage/save-problem';
import { useDocument } from '../../store/document';
import { closeEditedProblem, useEditedProblem } from '../../store/edited-problem';
import { useEditor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Tabs } from '../../ui/Tabs';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { FollowUpList } from './FollowUpList';
import { faultsOf } from './faults';
import { DeepDives, HintList, type PartProps, Questions } from './InterviewParts';
import styles from './MakeProblemDialog.module.css';
import { PitfallList } from './PitfallList';
import { Task } from './Task';
import { keyOf, useSurvival } from './use-survival';
import { VariantList } from './VariantList';

/** Makes a practice problem with the open design as its reference: kept in Practice, or saved as a file for others. */
export function MakeProblemDialog() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  return (
    <Form
      title={t('Make a problem of this design')}
      start={() => startOf(design)}
      isNew
      onClose={() => setView({ dialog: null })}
    />
  );
}

/** Edits a problem of one's own that is in Practice: it keeps its id, and with it the attempts at it. */
export function EditProblemDialog() {
  const problem = useEditedProblem((state) => state.problem);
  if (problem === null) return null;
  return (
    <Form
      key={problem.id}
      title={t('Edit the problem')}
      start={() => problem}
      isNew={false}
      onClose={closeEditedProblem}
    />
  );
}

const parts = ['task', 'questions', 'deep-dive', 'follow-ups', 'hints', 'pitfalls', 'variants'] as const;
type Part = (typeof parts)[number];

function startOf(design: Design): Problem | null {
  const prompt = design.writing?.brief?.problem ?? '';
  const words = { id: crypto.randomUUID(), title: design.name, summary: '', prompt };
  return problemOfDesign(design, words, language());
}

interface FormProps {
  readonly title: string;
  /** The problem as it is when the form opens. */
  readonly start: () => Problem | null;
  /** It is not in Practice yet. */
  readonly isNew: boolean;
  readonly onClose: () => void;
}

function Form({ title, start, isNew, onClose }: FormProps) {
  const [written, setWritten] = useState(start);
  const [part, setPart] = useState<Part>('task');
  const idBase = useId();
  const { survives, isSettled } = useSurvival(written);
  const problem = useMemo(
    () => (written === null ? null : withSurvival(written, survives)),
    [written, survives],
  );
  const faults = useMemo(() => faultsOf(problem), [problem]);
  const take = (use: (whole: Problem) => Promise<void>): void => {
    if (problem !== null && faults.length === 0) void use(problem);
    else toast(t('The problem is not complete: {fault}', { fault: faults[0] ?? '' }), { tone: 'error' });
  };
  const change = (patch: Partial<Problem>): void =>
    setWritten((before) => (before === null ? null : { ...before, ...patch }));
  return (
    <Dialog
      title={title}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button disabled={!isSettled} onClick={() => take(saveProblem)}>
            {t('Save to a file')}
          </Button>
          <Button
            variant="primary"
            disabled={!isSettled}
            onClick={() => take((whole) => keep(whole, isNew, onClose))}
          >
            {isNew ? t('Add to Practice') : t('Save')}
          </Button>
        </>
      }
    >
      {problem === null ? null : (
        <>
          <Tabs
            label={t('Parts of the problem')}
            idBase={idBase}
            selected={part}
            onSelect={setPart}
            tabs={parts.map((id) => ({ id, title: partTitle(id), count: countOf(problem, id) }))}
          />
          <div
            role="tabpanel"
            id={`${idBase}-panel`}
            aria-labelledby={`${idBase}-tab-${part}`}
            className={styles.part}
          >
            <ProblemPart part={part} problem={problem} survives={survives} onChange={change} />
          </div>
        </>
      )}
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

/** The problem whose follow-ups say what the reference makes of them. */
const withSurvival = (problem: Problem, known: ReadonlyMap<string, boolean | null>): Problem => ({
  ...problem,
  followUps: problem.followUps.map((followUp) => ({
    ...followUp,
    survives: known.get(keyOf(followUp)) ?? false,
  })),
});

function partTitle(part: Part): string {
  switch (part) {
    case 'task':
      return t('Task');
    case 'questions':
      return t('Questions');
    case 'deep-dive':
      return t('Deep dive');
    case 'follow-ups':
      return t('Follow-ups');
    case 'hints':
      return t('Hints');
    case 'pitfalls':
      return t('Pitfalls');
    case 'variants':
      return t('Variants');
  }
}

function countOf(problem: Problem, part: Part): number | undefined {
  switch (part) {
    case 'task':
      return undefined;
    case 'deep-dive':
      return problem.deepDive.length;
    case 'follow-ups':
      return problem.followUps.length;
    default:
      return problem[part].length;
  }
}

interface ProblemPartProps extends PartProps {
  readonly part: Part;
  readonly survives: ReadonlyMap<string, boolean | null>;
}

function ProblemPart({ part, survives, ...rest }: ProblemPartProps) {
  switch (part) {
    case 'task':
      return <Task {...rest} />;
    case 'questions':
      return <Questions {...rest} />;
    case 'deep-dive':
      return <DeepDives {...rest} />;
    case 'follow-ups':
      return <FollowUpList {...rest} survives={survives} />;
    case 'hints':
      return <HintList {...rest} />;
    case 'pitfalls':
      return <PitfallList {...rest} />;
    case 'variants':
      return <VariantList {...rest} />;
  }
}

async function keep(problem: Problem, isNew: boolean, onClose: () => void): Promise<void> {
  const outcome = await writeProblem(database, problem);
  if (outcome !== true) {
    toast(t('It could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
    return;
  }
  onClose();
  if (!isNew) {
    toast(t('“{title}” saved', { title: problem.title }));
    return;
  }
  toast(t('“{title}” added', { title: problem.title }), {
    action: { label: t('Practice'), run: () => void goToPractice() },
  });
}
