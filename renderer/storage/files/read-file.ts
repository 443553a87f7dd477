import { counts } from '../../../shared/model/limits';
import type { Problem } from '../../../shared/model/result';
import type { Design } from '../../../shared/model/schema';
import type { JobOutcome } from '../../engine/jobs';
import { workerKinds } from '../../engine/worker-kinds';
import { problemWords } from '../../words/problem-words';
import { t } from '../../words/t';
import { type FileAnswer, type FileJobs, startFileJobs } from './file-jobs';
import { type WindowLimit, windowLimits } from './window-limits';

/** A design that was in a file, or why there is none that can be opened: a line for each fault. */
export type ReadFile =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly lines: readonly string[] };

const refused = (...lines: readonly string[]): ReadFile => ({ ok: false, lines });

let jobs: FileJobs | null = null;

function sharedJobs(): FileJobs {
  jobs ??= startFileJobs();
  return jobs;
}

/** Reads a design file in a worker, so that no file can hang the window. A file that is too large is not read at all. */
export async function readFile(file: File, running: FileJobs = sharedJobs()): Promise<ReadFile> {
  if (file.size > counts.fileBytes) {
    const values = { name: file.name, bytes: file.size, largest: counts.fileBytes };
    return refused(problemWords({ key: 'too-large-file', path: [], values }));
  }
  return asRead(await running.run(file));
}

function asRead(outcome: JobOutcome<FileAnswer>): ReadFile {
  if (outcome.kind === 'hung')
    return refused(
      t('It took longer than {seconds} seconds to read and was stopped. Choose a smaller design.', {
        seconds: workerKinds.files.limitMs / 1000,
      }),
    );
  if (outcome.kind === 'threw')
    return refused(
      t('Reading it failed ({message}). Choose another file.', { message: outcome.message || 'no message' }),
    );
  if (outcome.kind !== 'done') return refused(t('It was not read, as the window is closing.'));
  const { response } = outcome;
  if (response.ok === true) return { ok: true, design: response.value };
  if (response.ok === 'unreadable')
    return refused(
      t('The browser cannot read it ({message}). Choose a file.', { message: response.message }),
    );
  if (response.ok === 'too-large-for-window') return refused(tooLarge(response));
  return refused(...response.problems.map((problem: Problem) => problemWords(problem)));
}

function tooLarge({ what, count }: { readonly what: WindowLimit; readonly count: number }): string {
  const values = { count, most: windowLimits[what] };
  const texts = {
    nodes: t(
      'It has {count} components; the window shows at most {most}. The command line analyses it: loadline analyze FILE.',
      values,
    ),
    edges: t(
      'It has {count} connections; the window shows at most {most}. The command line analyses it: loadline analyze FILE.',
      values,
    ),
    groups: t(
      'It has {count} groups; the window shows at most {most}. The command line analyses it: loadline analyze FILE.',
      values,
    ),
    marks: t(
      'It has {count} notes and texts; the window shows at most {most}. The command line analyses it: loadline analyze FILE.',
      values,
    ),
    markCharacters: t(
      'Its notes and texts have {count} characters; the window shows at most {most}. The command line analyses it: loadline analyze FILE.',
      values,
    ),
  };
  return texts[what];
}
