import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { footToolsPx, popoverPlace } from '../../../renderer/canvas/edges/popover-place';

const canvas = { width: 800, height: 600 };
const popover = { width: 200, height: 40 };

describe('the popover of an edge', () => {
  test('has its upper side centred where it is wanted', () => {
    expect(popoverPlace({ x: 400, y: 246 }, popover, canvas)).toEqual({ x: 300, y: 246 });
  });

  test('is whole on the canvas and above its tools, wherever its edge is', () => {
    const coordinate = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.record({
      width: fc.integer({ min: 10, max: 700 }),
      height: fc.integer({ min: 10, max: 400 }),
    });
    fc.assert(
      fc.property(fc.record({ x: coordinate, y: coordinate }), size, (wanted, { width, height }) => {
        const { x, y } = popoverPlace(wanted, { width, height }, canvas);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(canvas.width);
        expect(y + height).toBeLessThanOrEqual(canvas.height - footToolsPx);
      }),
    );
  });

  test('shows its beginning where the canvas is too small for it', () => {
    expect(popoverPlace({ x: 100, y: 34 }, popover, { width: 150, height: 60 })).toEqual({ x: 8, y: 8 });
  });
});
