import { expect, test } from 'vitest';
import { english } from '../../../shared/math/language';
import {
  choiceOf,
  eventChoices,
  eventOf,
  newDeepDive,
  newFollowUp,
  newQuestion,
  partsOfEvent,
  withTerms,
  withTitle,
} from '../../../shared/practice/problem-entries';
import { problemOfDesign } from '../../../shared/practice/problem-of-design';
import { loadProblem } from '../../../shared/practice/problems/index';
import { readProblemText } from '../../../shared/practice/read-problem';
import { linesOfPoints, pointsOfLines } from '../../../shared/practice/terms';
import { variantShows } from '../../../shared/practice/variant-shows';

const tinyurl = await loadProblem('tinyurl');
const words = { id: 'mine', title: 'Mine', summary: '', prompt: 'Draw it.' };
const problem = problemOfDesign(tinyurl.reference, words, english);
if (problem === null) throw new Error('It has flows.');

test('what a good answer names is written a line each, with its words after a colon', () => {
  const points = pointsOfLines('Failover: standby, Replica\n\nBase 62\n');
  expect(points).toEqual([
    { id: 'point-1', title: 'Failover', terms: ['standby', 'replica'] },
    { id: 'point-2', title: 'Base 62', terms: ['base 62', 'base'] },
  ]);
  expect(linesOfPoints(points)).toBe('Failover: standby, replica\nBase 62');
  for (const { names } of tinyurl.deepDive)
    expect(pointsOfLines(linesOfPoints(names)).map(({ title, terms }) => ({ title, terms }))).toEqual(
      names.map(({ title, terms }) => ({ title, terms })),
    );
});

test('the words of a question follow its title until others are written', () => {
  const asked = withTitle(newQuestion(problem), 'How many readers?');
  expect(asked.terms).toContain('readers');
  expect(withTitle(asked, 'Which regions?').terms).toContain('regions');
  const worded = withTerms(asked, 'Readers, audience');
  expect(worded.terms).toEqual(['readers', 'audience']);
  expect(withTitle(worded, 'Which regions?').terms).toEqual(['readers', 'audience']);
  expect(withTerms(worded, ' , ').terms).toContain('readers');
});

test('every event can be chosen, and is the choice that it was', () => {
  const parts = partsOfEvent({ kind: 'load', factor: 3 }, problem);
  for (const { id } of eventChoices) expect(choiceOf(eventOf(id, parts))).toBe(id);
  expect(eventOf('slow', parts)).toEqual({ kind: 'slow', role: problem.roles[0]?.id, factor: 3 });
});

test('a variant shows what breaks there and not in the reference; the reference shows nothing', () => {
  const weaker = tinyurl.variants.find(({ id }) => id === 'without-cache');
  if (weaker === undefined) throw new Error('There is no such variant.');
  const shows = variantShows(problem, weaker.design);
  expect(shows).toContainEqual({ missed: 'p99Ms', flow: 'redirect' });
  expect(shows).toContainEqual({ rule: 'saturated' });
  expect(variantShows(problem, tinyurl.reference)).toEqual([]);
});

test('a problem with everything that can be written is read back from its file', () => {
  const weaker = tinyurl.variants[0];
  if (weaker === undefined) throw new Error('There is a variant.');
  const whole = {
    ...problem,
    questions: [...problem.questions, { ...withTitle(newQuestion(problem), 'Who may?'), text: 'Anyone.' }],
    deepDive: [
      ...problem.deepDive,
      { ...newDeepDive(problem), title: 'Keys?', names: pointsOfLines('Ranges') },
    ],
    followUps: [
      ...problem.followUps,
      { ...newFollowUp(problem), title: 'Busy', event: { kind: 'zone-down' } },
    ],
    hints: [{ section: 'estimates', text: 'Divide by 86 400.' }],
    variants: [
      {
        id: 'v',
        title: 'No cache',
        text: 'It breaks.',
        why: 'No cache.',
        shows: variantShows(problem, weaker.design),
        design: weaker.design,
      },
    ],
  };
  const read = readProblemText(JSON.stringify(whole));
  expect(read.ok ? [] : read.problems).toEqual([]);
});

test('what is wrong in it is told with its place', () => {
  const read = readProblemText(
    JSON.stringify({
      ...problem,
      followUps: [{ ...newFollowUp(problem), event: { kind: 'down', role: 'nobody' } }],
    }),
  );
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toContainEqual([
    'followUps',
    0,
    'event',
    'role',
  ]);
});
