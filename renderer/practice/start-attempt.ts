import { emptyDesign } from '../../shared/model/empty-design';
import type { Attempt } from '../../shared/practice/attempt';
import { beginAttempt, finished } from '../../shared/practice/attempt-events';
import type { Problem } from '../../shared/practice/problem';
import { writeAttempt } from '../storage/attempts';
import { database } from '../storage/database';
import { goTo } from '../storage/navigation';
import { asNew, storeNew } from '../storage/new-entry';
import { attemptOf } from '../store/attempt';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { t } from '../words/t';

export interface AttemptChoice {
  readonly way: Attempt['way'];
  readonly minutes: Attempt['minutes'];
}

const now = (): string => new Date().toISOString();

/** Opens an empty design with an attempt at the problem; says so where there is no room for it. */
export async function startAttempt(problem: Problem, choice: AttemptChoice): Promise<void> {
  const startedAt = now();
  const design = await asNew(emptyDesign(problem.id, problem.title, startedAt));
  const attempt = beginAttempt({ id: design.id, problem, ...choice, startedAt, design });
  const outcome = await writeAttempt(database, attempt);
  if (outcome === true && (await storeNew(design)) !== null) return goTo({ page: 'design', id: design.id });
  toast(t('The attempt could not be stored: there may be no room left.'), { tone: 'error' });
}

/** Ends the attempt of an editor's design, with what was drawn last in it, and shows its review. */
export async function finishAttempt(editor: Editor): Promise<void> {
  const { attempt } = attemptOf(editor).getState();
  if (attempt === null) return;
  const ended = finished(attempt, now());
  attemptOf(editor).setState({ attempt: ended });
  const outcome = await writeAttempt(database, ended);
  if (outcome === true) return goTo({ page: 'attempt', id: ended.id });
  attemptOf(editor).setState({ attempt });
  toast(t('The attempt could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
}
