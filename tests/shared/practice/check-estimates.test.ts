import { describe, expect, test } from 'vitest';
import { checkEstimates } from '../../../shared/practice/check-estimates';
import { smallProblem } from './small-problem';

const check = (typed: Readonly<Record<string, string>>) =>
  checkEstimates(
    smallProblem,
    Object.entries(typed).map(([id, text]) => ({ id, text, value: null, atMs: 0 })),
    smallProblem.reference,
  );

const writes = {
  ...smallProblem,
  estimates: [
    {
      id: 'writes',
      title: 'Links a second',
      unit: 'rps' as const,
      value: 40,
      least: 20,
      most: 80,
      why: '100 M in 30 days.',
      figure: { total: 'averageWriteRps' },
    },
    ...smallProblem.estimates,
  ],
};

describe('a check of estimates', () => {
  test('says of each whether it is within its range', () => {
    const ranges = (typed: Readonly<Record<string, string>>) => check(typed).map(({ range }) => range);
    expect(ranges({ 'peak-reads': '12k/s', storage: '3 TB' })).toEqual(['within', 'within']);
    expect(ranges({ 'peak-reads': '2k/s', storage: '40 TB' })).toEqual(['low', 'high']);
    expect(ranges({ 'peak-reads': 'many' })).toEqual(['unreadable', 'missing']);
  });

  test('takes what was typed last', () => {
    const typed = ['9/s', '12k/s'].map((text, atMs) => ({ id: 'peak-reads', text, value: null, atMs }));
    expect(checkEstimates(smallProblem, typed, smallProblem.reference)[0]?.range).toBe('within');
  });

  test('compares with the flows of the design, within a factor of two', () => {
    expect(check({ 'peak-reads': '12k/s' })[0]?.drawn).toMatchObject({ value: 11_600, agrees: true });
    expect(check({ 'peak-reads': '30k/s' })[0]?.drawn?.agrees).toBe(false);
  });

  test('finds a storage that does not follow from the writes that were typed', () => {
    // Writes at half of what is expected, storage at twice: each is in its range, and a factor of four lies between.
    const typed = [
      { id: 'writes', text: '20/s', value: null, atMs: 0 },
      { id: 'storage', text: '6 TB', value: null, atMs: 0 },
    ];
    const [rate, , storage] = checkEstimates(writes, typed, smallProblem.reference);
    expect([rate?.range, storage?.range]).toEqual(['within', 'within']);
    expect(storage?.conflicts.length).toBe(1);
    expect(rate?.conflicts).toEqual([]);
  });

  test('does not blame one that is right for another that is wrong', () => {
    const typed = [
      { id: 'writes', text: '400/s', value: null, atMs: 0 },
      { id: 'storage', text: '3 TB', value: null, atMs: 0 },
    ];
    expect(checkEstimates(writes, typed, smallProblem.reference)[2]?.conflicts).toEqual([]);
  });

  test('finds no conflict between estimates that are all wrong by the same factor', () => {
    const typed = [
      { id: 'writes', text: '400/s', value: null, atMs: 0 },
      { id: 'storage', text: '30 TB', value: null, atMs: 0 },
    ];
    const verdicts = checkEstimates(writes, typed, smallProblem.reference);
    expect(verdicts.map(({ range, conflicts }) => [range, conflicts.length])).toEqual([
      ['high', 0],
      ['missing', 0],
      ['high', 0],
    ]);
  });
});
