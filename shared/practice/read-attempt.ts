import { changeSchemaOf } from '../model/change-schema';
import type { Change } from '../model/changes';
import { shortened, shown } from '../model/issues';
import type { Problem as Fault, Path, Result } from '../model/result';
import { type Attempt, attemptFormat, attemptSchema, attemptVersion } from './attempt';
import { duplicates, type FileForm, readAs, readTextAs } from './read-file';
import { problemFaults } from './read-problem';

const form: FileForm<Attempt> = {
  format: attemptFormat,
  version: attemptVersion,
  notObject: 'not-attempt-object',
  wrongFormat: 'wrong-attempt-format',
  schema: attemptSchema,
  designs: ({ problem }) => [['start'], ['design'], ...problemDesigns(problem)],
  faults: attemptFaults,
};

/** A value as an attempt: its form, its designs, its edits and what it names of its problem are checked. Never throws. */
export const readAttempt = (value: unknown): Result<Attempt> => readAs(form, value);

/** A JSON text as an attempt; see `readAttempt`. Never throws. */
export const readAttemptText = (text: string): Result<Attempt> => readTextAs(form, text);

function problemDesigns(problem: unknown): readonly Path[] {
  if (typeof problem !== 'object' || problem === null) return [];
  const variants: unknown = 'variants' in problem ? problem.variants : undefined;
  const count = Array.isArray(variants) ? variants.length : 0;
  return [
    ['problem', 'reference'],
    ...Array.from({ length: count }, (_, at): Path => ['problem', 'variants', at, 'design']),
  ];
}

function* attemptFaults(attempt: Attempt): Generator<Fault> {
  for (const fault of problemFaults(attempt.problem)) yield { ...fault, path: ['problem', ...fault.path] };
  yield* duplicates(['comments'], attempt.comments);
  yield* orderFaults('steps', attempt.steps);
  yield* orderFaults('events', attempt.events);
  for (const [at, { changes }] of attempt.steps.entries())
    for (const [of, change] of changes.entries())
      if (changeOf(change) === null) yield changeFault(change, ['steps', at, 'changes', of]);
  yield* eventFaults(attempt);
  const estimates = new Set(attempt.problem.estimates.map(({ id }) => id));
  for (const [at, { id }] of attempt.estimates.entries())
    if (!estimates.has(id)) yield { key: 'unknown-estimate', path: ['estimates', at, 'id'], values: { id } };
}

/** A recorded change as one that can be applied; null where it is none. */
export function changeOf(value: unknown): Change | null {
  if (typeof value !== 'object' || value === null || !('op' in value) || typeof value.op !== 'string')
    return null;
  const schema = changeSchemaOf.get(value.op);
  // The schema of an operation checks the form of its change.
  return schema?.safeParse(value).success === true ? (value as Change) : null;
}

function changeFault(value: unknown, path: Path): Fault {
  const op = typeof value === 'object' && value !== null && 'op' in value ? shortened(String(value.op)) : '';
  return { key: 'unknown-change', path, values: { op: op === '' ? shown(value) : op } };
}

function* orderFaults(list: string, entries: readonly { readonly atMs: number }[]): Generator<Fault> {
  let before = 0;
  for (const [at, { atMs }] of entries.entries()) {
    if (atMs < before) yield { key: 'time-order', path: [list, at, 'atMs'], values: { before, found: atMs } };
    before = Math.max(before, atMs);
  }
}

function* eventFaults({ events, problem }: Attempt): Generator<Fault> {
  const questions = new Set(problem.questions.map(({ id }) => id));
  const followUps = new Set(problem.followUps.map(({ id }) => id));
  for (const [at, event] of events.entries()) {
    if (event.kind === 'asked' && event.question !== undefined && !questions.has(event.question))
      yield { key: 'unknown-question', path: ['events', at, 'question'], values: { id: event.question } };
    if (event.kind === 'follow-up' && !followUps.has(event.followUp))
      yield { key: 'unknown-follow-up', path: ['events', at, 'followUp'], values: { id: event.followUp } };
  }
}
