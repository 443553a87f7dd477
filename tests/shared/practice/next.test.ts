import { describe, expect, test } from 'vitest';
import { nextProblems, type PastScore } from '../../../shared/practice/next';

const dayMs = 86_400_000;
const now = 100 * dayMs;

const past = (problem: string, daysAgo: number, total: number): PastScore => ({
  problem,
  endedAtMs: now - daysAgo * dayMs,
  total,
  sections: [
    { section: 'estimates', weight: 15, got: 3 },
    { section: 'high-level', weight: 20, got: 18 },
  ],
});

const problems = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));
const order = (scores: readonly PastScore[]) =>
  nextProblems(problems, scores, now).map(({ problem }) => problem);

describe('what to practise next', () => {
  test('a weak attempt is due after a day, a good one after three', () => {
    expect(order([past('a', 2, 40), past('b', 2, 90)])).toEqual(['a', 'c', 'b']);
  });

  test('each further good attempt waits longer: 3, 7, 14 days', () => {
    const twice = [past('a', 20, 90), past('a', 6, 90)];
    expect(order([...twice, past('b', 6, 90)])).toEqual(['b', 'c', 'a']);
    const thrice = [past('a', 40, 90), past('a', 20, 90), past('a', 12, 90)];
    expect(nextProblems(problems, thrice, now).at(-1)?.problem).toBe('a');
    expect(nextProblems(problems, [...thrice, past('a', 50, 90)], now + 5 * dayMs)[0]?.problem).toBe('a');
  });

  test('a weak attempt begins the row again', () => {
    expect(order([past('a', 40, 90), past('a', 20, 90), past('a', 2, 30)])[0]).toBe('a');
  });

  test('of two that are as overdue the weaker comes first, with its weakest section', () => {
    const [first] = nextProblems(problems, [past('a', 2, 60), past('b', 2, 20)], now);
    expect([first?.problem, first?.section]).toEqual(['b', 'estimates']);
  });

  test('new problems come in their order', () => {
    expect(order([])).toEqual(['a', 'b', 'c']);
  });
});
