import { expect, test } from 'vitest';
import { responseOf, startPracticeStudies } from '../../../renderer/engine/practice-jobs';
import type { PracticeProgress } from '../../../renderer/engine/practice-protocol';
import { practiceStudy } from '../../../renderer/engine/practice-studies';
import { checkEstimates } from '../../../shared/practice/check-estimates';
import { compareAttempts } from '../../../shared/practice/compare-attempts';
import { loadProblem } from '../../../shared/practice/problems/index';
import { scoreOf, scoreStepCount } from '../../../shared/practice/score';
import { sixAttempts } from '../../shared/practice/attempts/six';
import { fakeJobWorkers } from '../../support/fake-job-worker';

const { good, thin } = sixAttempts(await loadProblem('tinyurl'));

/** A context whose worker is released after so many reports. */
function contextFor(mostReports = Number.POSITIVE_INFINITY) {
  const reports: PracticeProgress[] = [];
  const controller = new AbortController();
  return {
    reports,
    signal: controller.signal,
    pause: () => Promise.resolve(),
    report(progress: PracticeProgress) {
      reports.push(progress);
      if (reports.length >= mostReports) controller.abort();
    },
  };
}

test('the worker scores as the library does, and says how far it is', async () => {
  const context = contextFor();
  const score = await practiceStudy({ about: 'score', request: { attempt: good } }, context);
  expect(structuredClone(score)).toEqual(scoreOf(good));
  expect(context.reports.at(-1)).toEqual({ done: scoreStepCount, of: scoreStepCount });
  expect(context.reports).toHaveLength(scoreStepCount);
});

test('a comparison counts the steps of both attempts', async () => {
  const context = contextFor();
  const request = { first: thin, second: good };
  const comparison = await practiceStudy({ about: 'comparison', request }, context);
  expect(structuredClone(comparison)).toEqual(compareAttempts(thin, good));
  expect(context.reports.map(({ done }) => done)).toEqual(
    Array.from({ length: 2 * scoreStepCount }, (_, at) => at + 1),
  );
});

test('scoring ends between two steps once nobody waits for it', async () => {
  const context = contextFor(2);
  expect(await practiceStudy({ about: 'score', request: { attempt: good } }, context)).toBeNull();
  expect(context.reports).toHaveLength(2);
});

test('figures are those of the design, and none where nothing flows', async () => {
  const { id, name, system } = good.problem.reference;
  const found = await practiceStudy(
    { about: 'figures', request: { design: { id, name, system } } },
    contextFor(),
  );
  expect(found).toMatchObject({ totals: { monthlyCostUsd: expect.any(Number) } });
});

test('estimates are checked in the worker as the library checks them', async () => {
  const { problem, estimates: typed, design } = good;
  const { id, name, system } = design;
  const request = { problem, typed, design: { id, name, system } };
  const verdicts = await practiceStudy({ about: 'estimates', request }, contextFor());
  expect(structuredClone(verdicts)).toEqual(checkEstimates(problem, typed, design));
});

test('each request is served in turn, and a failure of the worker is said', async () => {
  const { all, spawn } = fakeJobWorkers();
  const study = startPracticeStudies(spawn);
  const design = { id: 'a', name: 'a', system: {} };
  const [first, second] = [study('figures', { design }), study('figures', { design })];
  expect(all[0]?.jobs).toHaveLength(1);
  all[0]?.respond(null);
  expect(responseOf(await first)).toEqual({ response: null });
  all[0]?.throw('no memory');
  expect(responseOf(await second)).toEqual({ failure: 'no memory' });
});
