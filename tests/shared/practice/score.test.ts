import { describe, expect, test } from 'vitest';
import { scoreOf } from '../../../shared/practice/score';
import { attemptAt } from './attempts/attempt';
import { smallProblem } from './small-problem';

const { reference } = smallProblem;

describe('a score', () => {
  test('is of a hundred, shared out to the sections, and says why each point is got', () => {
    const score = scoreOf(attemptAt(smallProblem, { design: reference }));
    const weights = score.sections.map(({ weight }) => weight);
    expect(weights).toEqual([10, 15, 10, 20, 20, 10, 5, 3, 3, 4]);
    for (const { weight, points } of score.sections) {
      expect(points.reduce((sum, point) => sum + point.weight, 0)).toBeCloseTo(weight, 9);
      for (const point of points) {
        expect(point.got).toBeGreaterThanOrEqual(0);
        expect(point.got).toBeLessThanOrEqual(point.weight + 1e-9);
        expect(point.reason.text).not.toBe('');
      }
    }
  });
});
