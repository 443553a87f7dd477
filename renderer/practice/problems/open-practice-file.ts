import { counts } from '../../../shared/model/limits';
import { parseJson } from '../../../shared/model/parse-json';
import { attemptFormat } from '../../../shared/practice/attempt';
import { problemFormat } from '../../../shared/practice/problem';
import { readAttempt } from '../../../shared/practice/read-attempt';
import { readProblem } from '../../../shared/practice/read-problem';
import { platform } from '../../platform/current';
import { writeAttempt, writeProblem } from '../../storage/attempts';
import { database } from '../../storage/database';
import type { StorageFailure } from '../../storage/failure';
import { goTo } from '../../storage/navigation';
import { showNotice } from '../../store/notice';
import { toast } from '../../store/workspace';
import { problemWords } from '../../words/problem-words';
import { t } from '../../words/t';

/** Lets the person choose a file of a problem or an attempt, and keeps it; says what is wrong with one that cannot be read. */
export async function openPracticeFile(): Promise<void> {
  const file = await platform().pickFile();
  if (file === null) return;
  if (file.size > counts.fileBytes) return refuse(file.name, t('The file is too large.'), []);
  const parsed = parseJson(await file.text());
  if (!parsed.ok) return refuse(file.name, t('It is not JSON: {reason}', { reason: parsed.reason }), []);
  const { value } = parsed;
  if (isOf(value, problemFormat)) return takeProblem(file.name, value);
  if (isOf(value, attemptFormat)) return takeAttempt(file.name, value);
  refuse(
    file.name,
    t('It is neither a problem nor an attempt. A design is opened on the page of designs.'),
    [],
  );
}

const isOf = (value: unknown, format: string): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === format;

async function takeProblem(name: string, value: unknown): Promise<void> {
  const read = readProblem(value);
  if (!read.ok)
    return refuse(
      name,
      t('Its problem has faults. Fix these places in the file.'),
      read.problems.map(problemWords),
    );
  const { title } = read.value;
  if (isKept(await writeProblem(database, read.value))) toast(t('“{title}” added', { title }));
}

/** An attempt that ended is reviewed; one that goes on somewhere else is not taken over. */
async function takeAttempt(name: string, value: unknown): Promise<void> {
  const read = readAttempt(value);
  if (!read.ok)
    return refuse(
      name,
      t('Its attempt has faults. Export it once more where it was made.'),
      read.problems.map(problemWords),
    );
  const attempt = read.value;
  if (attempt.endedAt === undefined)
    return refuse(
      name,
      t('Its attempt is not finished. Finish it where it was begun, and export it then.'),
      [],
    );
  if (isKept(await writeAttempt(database, attempt))) await goTo({ page: 'attempt', id: attempt.id });
}

function isKept(outcome: true | StorageFailure): boolean {
  if (outcome === true) return true;
  toast(t('It could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
  return false;
}

function refuse(name: string, text: string, lines: readonly string[]): void {
  showNotice({ title: t('“{name}” could not be opened', { name }), text, lines, actions: [] });
}
