import type { Problem as Fault, Path, Result } from '../model/result';
import { rules } from '../rules/index';
import { type Problem, problemFormat, problemSchema, problemVersion } from './problem';
import { duplicates, type FileForm, readAs, readTextAs } from './read-file';

const form: FileForm<Problem> = {
  format: problemFormat,
  version: problemVersion,
  notObject: 'not-problem-object',
  wrongFormat: 'wrong-problem-format',
  schema: problemSchema,
  designs: ({ variants }) => [
    ['reference'],
    ...(Array.isArray(variants) ? variants.map((_, at): Path => ['variants', at, 'design']) : []),
  ],
  faults: problemFaults,
};

/** A value as a practice problem: its form, its designs, ids and what it names are checked. Never throws. */
export const readProblem = (value: unknown): Result<Problem> => readAs(form, value);

/** A JSON text as a practice problem; see `readProblem`. Never throws. */
export const readProblemText = (text: string): Result<Problem> => readTextAs(form, text);

const lists = [
  'questions',
  'functional',
  'outOfScope',
  'nonFunctional',
  'estimates',
  'flows',
  'roles',
  'apis',
  'entities',
  'deepDive',
  'pitfalls',
  'followUps',
  'variants',
] as const;

/** What is wrong between the parts of a problem, with the place. */
export function* problemFaults(problem: Problem): Generator<Fault> {
  for (const list of lists) yield* duplicates([list], problem[list]);
  for (const [at, { names }] of problem.deepDive.entries())
    yield* duplicates(['deepDive', at, 'names'], names);
  yield* nameFaults(problem);
  for (const [at, { least, value, most }] of problem.estimates.entries()) {
    if (least <= value && value <= most) continue;
    yield { key: 'estimate-range', path: ['estimates', at], values: { least, value, most } };
  }
}

function* nameFaults(problem: Problem): Generator<Fault> {
  const flows = new Set(problem.flows.map(({ id }) => id));
  const roles = new Set(problem.roles.map(({ id }) => id));
  const ruleIds = new Set(rules.map(({ id }) => id));
  const named = {
    flow: (id: string | undefined, path: Path) => unknownName('unknown-problem-flow', flows, id, path),
    role: (id: string | undefined, path: Path) => unknownName('unknown-role', roles, id, path),
    rule: (id: string | undefined, path: Path) => unknownName('unknown-rule', ruleIds, id, path),
  };
  for (const [at, { measure }] of problem.nonFunctional.entries())
    if (measure?.of === 'flow') yield* named.flow(measure.flow, ['nonFunctional', at, 'measure', 'flow']);
  for (const [at, { figure }] of problem.estimates.entries())
    if (figure !== undefined && 'flowRps' in figure)
      yield* named.flow(figure.flowRps, ['estimates', at, 'figure', 'flowRps']);
  for (const [at, { role }] of problem.deepDive.entries()) yield* named.role(role, ['deepDive', at, 'role']);
  for (const [at, { event }] of problem.followUps.entries())
    if ('role' in event) yield* named.role(event.role, ['followUps', at, 'event', 'role']);
  for (const [at, { rule }] of problem.pitfalls.entries()) yield* named.rule(rule, ['pitfalls', at, 'rule']);
  for (const [at, { shows }] of problem.variants.entries())
    for (const [of, one] of shows.entries()) {
      const path: Path = ['variants', at, 'shows', of];
      if ('rule' in one) yield* named.rule(one.rule, [...path, 'rule']);
      else yield* named.flow(one.flow, [...path, 'flow']);
    }
}

function unknownName(
  key: string,
  known: ReadonlySet<string>,
  id: string | undefined,
  path: Path,
): readonly Fault[] {
  return id === undefined || known.has(id) ? [] : [{ key, path, values: { id } }];
}
