import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtPosition, positionOfLoad } from '../../../renderer/frame/load-scale';

describe('the scale of the load slider', () => {
  test('has ×1 in the middle and its ends at ×0.25 and ×20', () => {
    expect(positionOfLoad(0.25)).toBe(0);
    expect(positionOfLoad(1)).toBe(0.5);
    expect(positionOfLoad(20)).toBe(1);
    expect(loadAtPosition(0)).toBe(0.25);
    expect(loadAtPosition(0.5)).toBe(1);
    expect(loadAtPosition(1)).toBe(20);
  });

  test('is logarithmic on either side of the middle', () => {
    // √0.25 = 0.5 lies halfway between 0.25 and 1; √20 = 4.472 halfway between 1 and 20.
    expect(positionOfLoad(0.5)).toBeCloseTo(0.25, 12);
    expect(loadAtPosition(0.75)).toBe(4.47);
  });

  test('leads back to where it came from', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
        // Three digits of the load and the catch of ×1 move the thumb by less than a hundredth of the rail.
        expect(Math.abs(positionOfLoad(loadAtPosition(position)) - position)).toBeLessThan(0.01);
      }),
    );
  });

  test('moves on at every step of the keyboard', () => {
    for (let step = 0; step < 1000; step += 5)
      expect(loadAtPosition((step + 5) / 1000)).toBeGreaterThan(loadAtPosition(step / 1000));
  });

  test('keeps to its ends beyond them', () => {
    expect(positionOfLoad(100)).toBe(1);
    expect(positionOfLoad(0.01)).toBe(0);
  });
});
