import { expect, test } from 'vitest';
import { english } from '../../../shared/math/language';
import { emptyDesign } from '../../../shared/model/empty-design';
import { beginAttempt } from '../../../shared/practice/attempt-events';
import { checkEstimates } from '../../../shared/practice/check-estimates';
import { problemOfDesign } from '../../../shared/practice/problem-of-design';
import { readProblemText } from '../../../shared/practice/read-problem';
import { scoreOf } from '../../../shared/practice/score';
import { templates } from '../../../shared/templates/index';

const words = { id: 'mine', title: 'Mine', summary: 'Short', prompt: 'Draw it.' };

test.each(templates.map(({ id, design }) => [id, design] as const))(
  '%s becomes a problem that is read back as it was written',
  (_, design) => {
    const problem = problemOfDesign(design, words, english);
    const read = readProblemText(JSON.stringify(problem));
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(read.ok && read.value).toEqual(JSON.parse(JSON.stringify(problem)));
  },
);

const tinyurl = templates.find(({ id }) => id === 'tinyurl')?.design;
if (tinyurl === undefined) throw new Error('There is no template tinyurl.');
const problem = problemOfDesign(tinyurl, words, english);
if (problem === null) throw new Error('It has flows.');

test('its flows, targets and components are what is asked', () => {
  expect(problem.flows.map(({ id, rps }) => [id, rps])).toEqual([
    ['redirect', 11_600],
    ['shorten', 116],
  ]);
  expect(problem.nonFunctional.map(({ measure }) => measure)).toContainEqual({
    of: 'flow',
    flow: 'redirect',
    targets: { p99Ms: 100, availability: 0.9995 },
  });
  expect(problem.roles.map(({ id }) => id)).toContain('cache');
  expect(problem.roles.map(({ id }) => id)).not.toContain('client');
});

test('estimates are accepted within a factor of two, and agree with the design', () => {
  const [rate] = problem.estimates;
  expect(rate).toMatchObject({ value: 11_600, least: 5_800, most: 23_200 });
  const typed = [{ id: 'redirect', text: '10k', value: 10_000, atMs: 0 }];
  expect(checkEstimates(problem, typed, tinyurl)).not.toEqual([]);
});

test('the design itself scores more in its problem than an empty canvas', () => {
  const attempt = beginAttempt({
    id: 'a',
    problem,
    way: 'exam',
    minutes: null,
    startedAt: '2026-01-01T00:00:00.000Z',
    design: emptyDesign('a', 'a', ''),
  });
  expect(scoreOf({ ...attempt, design: tinyurl }).total).toBeGreaterThan(scoreOf(attempt).total + 20);
});

test('a design without a flow makes none', () => {
  expect(problemOfDesign(emptyDesign('a', 'a', ''), words, english)).toBeNull();
});
