import { expect, test } from 'vitest';
import { wheelFactor } from '../../../renderer/commands/pinch';

test('a turn of the wheel zooms by a power of two for its way, in pixels, lines or pages', () => {
  expect(wheelFactor({ deltaY: -500, deltaMode: 0 }, false)).toBeCloseTo(2);
  expect(wheelFactor({ deltaY: 20, deltaMode: 1 }, false)).toBeCloseTo(1 / 2);
  expect(wheelFactor({ deltaY: -1, deltaMode: 2 }, false)).toBeCloseTo(2);
});

test('on a Mac a touch pad reports a pinch in steps that are ten times as small', () => {
  expect(wheelFactor({ deltaY: -50, deltaMode: 0 }, true)).toBeCloseTo(2);
});
