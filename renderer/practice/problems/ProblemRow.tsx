import type { Suggestion } from '../../../shared/practice/next';
import type { Problem } from '../../../shared/practice/problem';
import { loadProblem } from '../../../shared/practice/problems/index';
import { readProblem } from '../../../shared/practice/read-problem';
import { type SectionId, sections } from '../../../shared/practice/sections';
import { deleteProblem } from '../../storage/attempts';
import { type AttemptLine, database } from '../../storage/database';
import { saveProblem } from '../../storage/save-problem';
import { editProblem } from '../../store/edited-problem';
import { showNotice } from '../../store/notice';
import { toast } from '../../store/workspace';
import { Button } from '../../ui/Button';
import { percentText } from '../../words/figures';
import { problemWords } from '../../words/problem-words';
import { t, wordsOf } from '../../words/t';
import styles from '../Room.module.css';
import { type AttemptChoice, startAttempt } from '../start-attempt';
import { AttemptHistory } from './AttemptHistory';

export interface ShownProblem {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** It came from a file, and is in storage. */
  readonly isOwn: boolean;
}

interface ProblemRowProps {
  readonly problem: ShownProblem;
  readonly lines: readonly AttemptLine[];
  readonly choice: AttemptChoice;
  /** Why it is the one to practise next; null where another is. */
  readonly next: Suggestion | null;
}

/** A problem with its best score and the attempts at it. */
export function ProblemRow({ problem, lines, choice, next }: ProblemRowProps) {
  const scores = lines.flatMap(({ score }) => (score === null ? [] : [score.total / 100]));
  return (
    <li className={styles.problem}>
      <div className={styles.problemHead}>
        <div className={styles.problemWords}>
          <h2 translate={problem.isOwn ? 'no' : undefined}>{problem.title}</h2>
          <p translate={problem.isOwn ? 'no' : undefined}>{problem.summary}</p>
          {next === null || next.section === null ? null : (
            <p>
              {t('{reason} Look at {section} first.', {
                reason: wordsOf(next.reason),
                section: sectionTitle(next.section),
              })}
            </p>
          )}
        </div>
        {next === null ? null : <span className={styles.badge}>{t('Suggested next')}</span>}
        {scores.length === 0 ? null : (
          <span className={styles.muted}>
            {t('Best {score}', { score: percentText(Math.max(...scores)) })}
          </span>
        )}
        {problem.isOwn ? <OwnActions problem={problem} /> : null}
        <Button
          variant={next !== null ? 'primary' : 'plain'}
          aria-label={t('Start {title}', { title: problem.title })}
          onClick={() => void start(problem, choice)}
        >
          {t('Start')}
        </Button>
      </div>
      {lines.length === 0 ? null : <AttemptHistory lines={lines} />}
    </li>
  );
}

/** What can be done with a problem of one's own: edited, shared as a file, and removed. */
function OwnActions({ problem: { id, title } }: { readonly problem: ShownProblem }) {
  return (
    <>
      <Button
        variant="quiet"
        icon="pencil"
        aria-label={t('Edit {title}', { title })}
        onClick={() => void edit(id)}
      />
      <Button
        variant="quiet"
        icon="download"
        aria-label={t('Save {title} to a file', { title })}
        onClick={() => void share(id)}
      />
      <Button
        variant="quiet"
        icon="trash"
        aria-label={t('Delete {title}', { title })}
        onClick={() => askToDelete(id, title)}
      />
    </>
  );
}

async function edit(id: string): Promise<void> {
  try {
    editProblem(await ownProblem(id));
  } catch (error) {
    tellUnread(error);
  }
}

async function share(id: string): Promise<void> {
  try {
    await saveProblem(await ownProblem(id));
  } catch (error) {
    tellUnread(error);
  }
}

function askToDelete(id: string, title: string): void {
  const remove = async (): Promise<void> => {
    const outcome = await deleteProblem(database, id);
    if (outcome !== true)
      toast(t('Nothing was changed: {message}', { message: outcome.message }), { tone: 'error' });
  };
  showNotice({
    title: t('Delete the problem “{title}”?', { title }),
    text: t('Attempts at it stay. It can be added again from its file.'),
    actions: [{ label: t('Delete'), variant: 'primary', run: () => void remove() }],
  });
}

const sectionTitle = (id: SectionId): string => t(sections.find((section) => section.id === id)?.title ?? id);

async function start({ id, isOwn }: ShownProblem, choice: AttemptChoice): Promise<void> {
  try {
    await startAttempt(isOwn ? await ownProblem(id) : await loadProblem(id), choice);
  } catch (error) {
    tellUnread(error);
  }
}

function tellUnread(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  toast(t('The problem cannot be read: {message}', { message }), { tone: 'error' });
}

async function ownProblem(id: string): Promise<Problem> {
  const read = readProblem((await database.problems.get(id))?.problem);
  if (read.ok) return read.value;
  throw new Error(read.problems.map(problemWords).join(' '));
}
