import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { kinds } from '../../../../shared/catalog/index';
import { resolve } from '../../../../shared/catalog/resolve';
import { applyChanges } from '../../../../shared/model/apply';
import type { Change } from '../../../../shared/model/changes';
import { parseDesign } from '../../../../shared/model/parse';
import { nodesOf } from '../../../../shared/model/schema';
import type { Attempt } from '../../../../shared/practice/attempt';
import { loadProblem, problemIds } from '../../../../shared/practice/problems/index';
import { scoreOf } from '../../../../shared/practice/score';
import { timedSections } from '../../../../shared/practice/sections';
import { smallProblem } from '../small-problem';
import { attemptAt, type Tried } from './attempt';
import { ownAttempts } from './own/index';
import { sixAttempts } from './six';

/** As many points of a hundred lie between attempts that a reader tells apart. */
const margin = 10;

const problems = await Promise.all(problemIds.slice(0, 3).map(loadProblem));

const totalOf = (attempt: Attempt): number => scoreOf(attempt).total;

/** Three problems, each with what people draw who never saw the reference, and what is made of the reference without understanding it. */
const attempted = problems.map((problem) => {
  const own = ownAttempts[problem.id];
  if (own === undefined) throw new Error(`Nobody tried ${problem.id}.`);
  const { thin, boxes, copied } = sixAttempts(problem);
  const [strong, good, average] = [own.strong, own.good, own.average].map((of) => attemptAt(problem, of));
  if (strong === undefined || good === undefined || average === undefined)
    throw new Error('Three were written.');
  return [problem.id, { strong, good, average, thin, boxes, copied }] as const;
});

test.each(problems.map((problem) => [problem.id, problem] as const))(
  'attempts at %s are designs of their own, and name what the problem has',
  (id, problem) => {
    const tries: readonly (readonly [string, Tried])[] = Object.entries(ownAttempts[id] ?? {});
    for (const [name, { design, asked = [], typed = {} }] of tries) {
      const read = parseDesign(design);
      expect([name, read.ok ? [] : read.problems]).toEqual([name, []]);
      const questions = problem.questions.map((question) => question.id);
      expect([name, asked.filter((one) => !questions.includes(one))]).toEqual([name, []]);
      const estimates = problem.estimates.map((estimate) => estimate.id);
      expect([name, Object.keys(typed).filter((one) => !estimates.includes(one))]).toEqual([name, []]);
      // A queue has few ways to be set; the rest of the components are set otherwise than those of the reference.
      const ofReference = new Set(
        nodesOf(problem.reference).flatMap(({ kind, config }) =>
          config ? [JSON.stringify([kind, config])] : [],
        ),
      );
      const same = nodesOf(design).filter(({ kind, config }) =>
        ofReference.has(JSON.stringify([kind, config])),
      );
      expect([name, same.length * 4 <= nodesOf(design).length]).toEqual([name, true]);
    }
  },
);

describe.each(attempted)('attempts at %s', (_, six) => {
  const scores = new Map(Object.entries(six).map(([name, attempt]) => [name, scoreOf(attempt)]));
  const pointsOf = (name: keyof typeof six): number => scores.get(name)?.total ?? Number.NaN;
  const differs = (better: keyof typeof six, worse: keyof typeof six) =>
    expect([better, worse, pointsOf(better) - pointsOf(worse) >= margin]).toEqual([better, worse, true]);

  test('score as a reader would order them, with a margin', () => {
    differs('strong', 'good');
    differs('good', 'average');
    differs('average', 'thin');
    differs('good', 'copied');
    differs('copied', 'thin');
    differs('average', 'boxes');
  });

  test('are in the bands that a reader would put them in', () => {
    const bandOf = (name: keyof typeof six) => scores.get(name)?.band.id;
    expect(['strong-hire', 'hire']).toContain(bandOf('strong'));
    expect(['hire', 'mixed']).toContain(bandOf('good'));
    expect(['mixed', 'lean-no-hire']).toContain(bandOf('average'));
    expect(bandOf('thin')).toBe('no-hire');
    expect(bandOf('boxes')).toBe('no-hire');
  });
});

const tried = sixAttempts(smallProblem);
const bases = [tried.good, tried.average, tried.thin, tried.boxes].map((attempt) => ({
  attempt,
  total: totalOf(attempt),
}));
const base = fc.constantFrom(...bases);

const withChanges = (attempt: Attempt, changes: readonly Change[]): Attempt => ({
  ...attempt,
  design: applyChanges(attempt.design, changes),
});

describe('no attempt gains by', () => {
  const expectNoGain = (before: number, after: Attempt) =>
    expect(totalOf(after)).toBeLessThanOrEqual(before + 1e-9);

  test('a box that is joined to nothing, or that nothing calls', () => {
    const kind = fc.constantFrom(...kinds.map(({ id }) => id).filter((id) => id !== 'client'));
    fc.assert(
      fc.property(base, kind, fc.boolean(), ({ attempt, total }, of, isCalling) => {
        const [callee] = (attempt.design.system.nodes ?? []).slice(-1);
        const added: Change[] = [{ op: 'add-node', node: { id: 'added', kind: of } }];
        if (isCalling && callee !== undefined)
          added.push({ op: 'add-edge', edge: { id: 'added-call', from: 'added', to: callee.id } });
        expectNoGain(total, withChanges(attempt, added));
      }),
      { numRuns: 25 },
    );
  });

  test('rows of the right words', () => {
    const terms = [
      ...smallProblem.functional,
      ...smallProblem.nonFunctional,
      ...smallProblem.apis,
      ...smallProblem.entities,
      ...smallProblem.deepDive.flatMap(({ names }) => names),
    ].flatMap((point) => point.terms);
    const words = fc.array(fc.constantFrom(...terms, 'p99', 'replica', 'shard', '99.95 %'), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        base,
        words,
        fc.integer({ min: 4, max: 40 }),
        fc.constantFrom(' ', '\n'),
        ({ attempt, total }, row, times, gap) => {
          const text = Array.from({ length: times }, () => row.join(' ')).join(gap);
          const answers = Object.fromEntries(
            timedSections.map(({ id }) => [id, `${attempt.answers[id] ?? ''}\n${text}`]),
          );
          expectNoGain(total, { ...attempt, answers });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('twice the servers where those that there are idle', () => {
    for (const { attempt, total } of bases) {
      const result = analyze(resolve(attempt.design), { percentiles: false });
      const idle = (result.ok ? result.analysis.nodes : []).filter(
        ({ utilization }) => (utilization ?? 1) < 0.2,
      );
      for (const { id } of idle) {
        const node = resolve(attempt.design).nodes.find((one) => one.id === id);
        if (node === undefined || node.behaviour === 'store' || node.config.replicas < 2) continue;
        const more: Change = { op: 'patch-config', id, patch: { replicas: node.config.replicas * 2 } };
        expectNoGain(total, withChanges(attempt, [more]));
      }
    }
  });

  test('opening hints, or typing estimates after the arithmetic was shown', () => {
    const { attempt, total } = bases[0] ?? { attempt: tried.good, total: 0 };
    const hinted: Attempt = {
      ...attempt,
      events: [...attempt.events, { kind: 'hint', atMs: 1, section: 'estimates', index: 0 }],
    };
    expect(totalOf(hinted)).toBeLessThan(total);
    const shown: Attempt = { ...attempt, events: [{ kind: 'estimates-checked', atMs: 0 }] };
    expect(totalOf(shown)).toBeLessThan(total);
  });
});
