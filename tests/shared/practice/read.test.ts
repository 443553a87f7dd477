import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counts } from '../../../shared/model/limits';
import { describeProblem } from '../../../shared/model/problems';
import type { Result } from '../../../shared/model/result';
import { readAttempt, readAttemptText } from '../../../shared/practice/read-attempt';
import { readProblem, readProblemText } from '../../../shared/practice/read-problem';
import { attemptAt } from './attempts/attempt';
import { smallProblem } from './small-problem';

const attempt = attemptAt(smallProblem, { design: smallProblem.reference, asked: ['new-links'] });
const faultsOf = <T>(result: Result<T>): readonly string[] =>
  result.ok ? [] : result.problems.map((problem) => describeProblem(problem));
const copy = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));

describe('a file of practice', () => {
  test('that is sound is given back itself', () => {
    const problem = copy(smallProblem);
    const read = readProblem(problem);
    expect(read.ok && read.value).toBe(problem);
    const tried = copy(attempt);
    const readBack = readAttempt(tried);
    expect(readBack.ok && readBack.value).toBe(tried);
    expect(readAttemptText(`\uFEFF${JSON.stringify(attempt)}`).ok).toBe(true);
    expect(readProblemText(JSON.stringify(smallProblem)).ok).toBe(true);
  });

  test.each<readonly [string, object, string]>([
    [
      'names an unknown role',
      { deepDive: [{ ...smallProblem.deepDive[0], role: 'queue' }] },
      'deepDive[0].role: The problem has no role "queue". Name one of its roles, or add it.',
    ],
    [
      'names an unknown rule',
      { pitfalls: [{ id: 'a', title: 'A', why: 'B', rule: 'no-such-rule' }] },
      'pitfalls[0].rule: There is no rule "no-such-rule". Name a rule of the list in the help.',
    ],
    [
      'has an estimate outside its own range',
      { estimates: [{ ...smallProblem.estimates[0], least: 20_000 }] },
      'estimates[0]: The value 11600 is not between 20000 and 23200. Correct the value or the accepted range.',
    ],
    [
      'has an id twice',
      { functional: [smallProblem.functional[0], smallProblem.functional[0]] },
      'functional[1].id: Another part already has the id "shorten". Give this one a different id.',
    ],
    [
      'is newer',
      { version: 9 },
      'version: The file is of version 9, newer than version 1 that this program knows. Update Loadline to open it.',
    ],
    [
      'is a design',
      { format: 'loadline' },
      'format: Not a practice problem: "format" must be "loadline-problem", but is "loadline". Choose another file.',
    ],
    ['lacks its flows', { flows: undefined }, 'flows: This field is missing (a list). Add it.'],
  ])('that %s is refused with the place', (_, change, fault) => {
    expect(faultsOf(readProblem(copy({ ...smallProblem, ...change })))).toContain(fault);
  });

  test('with a design that is broken is refused with the place inside', () => {
    const { reference } = smallProblem;
    const broken = {
      ...reference,
      system: { ...reference.system, edges: [{ id: 'e', from: 'lb', to: 'nowhere' }] },
    };
    expect(faultsOf(readProblem(copy({ ...smallProblem, reference: broken })))[0]).toMatch(
      /^reference\.system\.edges\[0\]/,
    );
    expect(faultsOf(readAttempt(copy({ ...attempt, design: broken })))[0]).toMatch(
      /^design\.system\.edges\[0\]/,
    );
  });

  test.each<readonly [string, object, RegExp]>([
    [
      'an edit that is none',
      { steps: [{ atMs: 1, label: 'x', changes: [{ op: 'explode' }] }] },
      /^steps\[0\]\.changes\[0\]: This is no edit of a design: explode/,
    ],
    [
      'a question of another problem',
      { events: [{ kind: 'asked', atMs: 1, text: 'x', question: 'colour' }] },
      /^events\[0\]\.question: The problem has no question "colour"/,
    ],
    [
      'times that go back',
      {
        events: [
          { kind: 'estimates-checked', atMs: 9 },
          { kind: 'estimates-checked', atMs: 3 },
        ],
      },
      /^events\[1\]\.atMs: Entries are in the order of time/,
    ],
    [
      'an estimate of another problem',
      { estimates: [{ id: 'x', text: '1', value: 1, atMs: 1 }] },
      /^estimates\[0\]\.id: The problem has no estimate "x"/,
    ],
    [
      'a problem that names what it lacks',
      { problem: { ...smallProblem, roles: [] } },
      /^problem\.deepDive\[0\]\.role/,
    ],
  ])('of an attempt with %s is refused with the place', (_, change, fault) => {
    expect(faultsOf(readAttempt(copy({ ...attempt, ...change })))[0]).toMatch(fault);
  });

  test('that is too large, empty or no JSON is refused', () => {
    expect(faultsOf(readProblemText(' '.repeat(counts.fileBytes + 1)))[0]).toMatch(/at most/);
    expect(faultsOf(readAttemptText(''))).toEqual(['The file is empty. Choose a file that Loadline saved.']);
    expect(faultsOf(readAttemptText('{"format":'))[0]).toMatch(/This is not JSON/);
    expect(faultsOf(readAttempt([]))[0]).toMatch(/^An attempt is one JSON object/);
  });

  test('with any of its values replaced by another is read or refused with a place, and never throws', () => {
    const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-1, 1e300, '', '__proto__', null));
    const source = JSON.stringify(attempt);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), values, fc.boolean(), (steps, value, isProblem) => {
        const document = copy(isProblem ? smallProblem : JSON.parse(source));
        replaceSomewhere(document, steps, value);
        const result: Result<unknown> = isProblem ? readProblem(document) : readAttempt(document);
        if (!result.ok) for (const problem of result.problems) expect(describeProblem(problem)).not.toBe('');
      }),
    );
  });
});

/** Puts the value at a place that the steps lead to. */
function replaceSomewhere(document: object, steps: Iterator<number>, value: unknown): void {
  let at: Record<string, unknown> = document as Record<string, unknown>;
  for (let depth = 0; depth < 8; depth += 1) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = keys[steps.next().value % keys.length] ?? '';
    const inner = at[key];
    if (typeof inner !== 'object' || inner === null || steps.next().value % 4 === 0) {
      at[key] = value;
      return;
    }
    at = inner as Record<string, unknown>;
  }
}
