import { expect, test } from 'vitest';
import { msOf } from '../../../renderer/panels/Figure';

test('a time under a microsecond is what rounding left of nothing', () => {
  expect(msOf(4.7e-10)).toEqual({ ms: 0 });
  expect(msOf(0.001)).toEqual({ ms: 0.001 });
  expect(msOf(12)).toEqual({ ms: 12 });
  expect(msOf(null)).toBeNull();
});
