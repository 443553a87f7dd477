import { describe, expect, test } from 'vitest';
import { sharedArea } from '../../../renderer/ui/float-clear';

const box = { x: 0, y: 0, width: 100, height: 50 };

describe('the area that two boxes share', () => {
  test.each([
    [{ x: 50, y: 25, width: 100, height: 50 }, 50 * 25],
    [{ x: 10, y: 10, width: 20, height: 20 }, 400],
    [{ x: 100, y: 0, width: 10, height: 50 }, 0],
    [{ x: 0, y: 60, width: 100, height: 50 }, 0],
    [{ x: 120, y: 70, width: 100, height: 50 }, 0],
  ])('of %j is %d', (other, area) => {
    expect(sharedArea(box, other)).toBe(area);
    expect(sharedArea(other, box)).toBe(area);
  });
});
