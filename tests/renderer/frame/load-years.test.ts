import { describe, expect, test } from 'vitest';
import { lastYear, nextYear, previousYear, yearOfLoad } from '../../../renderer/frame/load-years';
import { loadAfter } from '../../../shared/analysis/load-after';

describe('the stepper of years', () => {
  test.each([0.005, 0.2, 0.4, 1, 3])(
    'at %d a year shows the year whose load it set, and steps by one',
    (growth) => {
      for (let year = 0; year <= 8; year++) {
        const load = loadAfter(growth, 12 * year);
        expect(yearOfLoad(load, growth)).toBe(year);
        expect(nextYear(load, growth)).toBe(year + 1);
        expect(previousYear(load, growth)).toBe(year - 1);
      }
    },
  );

  test('between two years there is none, and steps lead to the next whole one', () => {
    // 1.2² = 1.44 and 1.2³ = 1.728
    expect(yearOfLoad(1.5, 0.2)).toBeNull();
    expect([previousYear(1.5, 0.2), nextYear(1.5, 0.2)]).toEqual([2, 3]);
  });

  test('before now only later years are left, of which now is the first', () => {
    expect(yearOfLoad(0.5, 0.2)).toBeNull();
    expect(nextYear(0.5, 0.2)).toBe(0);
    expect(previousYear(0.5, 0.2)).toBeLessThan(0);
  });

  test('ends where the slider does, and after ten years', () => {
    // Doubling a year: ×16 after four years, ×32 after five.
    expect(lastYear(1, 20)).toBe(4);
    expect(lastYear(0.2, 20)).toBe(10);
  });
});
