import { describe, expect, test } from 'vitest';
import { rowsInView } from '../../../../renderer/panels/palette/use-row-window';

describe('of the rows of a list are drawn', () => {
  test('all of a list that is short, wherever it is scrolled to', () => {
    expect(rowsInView(200, 24, 2_400, 240)).toEqual({ from: 0, to: 200 });
  });

  test('those in view of a long one, and a step beyond either edge', () => {
    // The view is 10 rows high: rows 1000 to 1009, and at least 25 on each side.
    expect(rowsInView(5_000, 24, 24_000, 240)).toEqual({ from: 975, to: 1_060 });
  });

  test.each([0, 13, 12_345, 119_760])('each row in view, scrolled by %i px', (scrolledPx) => {
    const { from, to } = rowsInView(5_000, 24, scrolledPx, 240);
    expect(from * 24).toBeLessThanOrEqual(scrolledPx);
    expect(Math.min(5_000, to) * 24).toBeGreaterThanOrEqual(Math.min(5_000 * 24, scrolledPx + 240));
    expect(to - from).toBeLessThan(100);
  });

  test('the first ones while the height of a row is not known yet', () => {
    expect(rowsInView(5_000, 0, 0, 0)).toEqual({ from: 0, to: 50 });
  });
});
