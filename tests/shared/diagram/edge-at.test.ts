import { describe, expect, test } from 'vitest';
import { edgeAt } from '../../../shared/diagram/edge-at';
import { routeOf } from '../../../shared/diagram/route';

const box = (x: number, y: number) => ({ x, y, width: 210, height: 92 });
const routes = new Map([
  ['level', routeOf({ from: box(0, 0), to: box(400, 0) })],
  ['bent', routeOf({ from: box(0, 0), to: box(400, 300) })],
]);

describe('the edge at a point', () => {
  test('is the one whose line is nearest, within reach', () => {
    expect(edgeAt(routes, { x: 240, y: 50 }, 12)).not.toBeNull();
    expect(edgeAt(routes, { x: 390, y: 46 }, 12)).toBe('level');
    expect(edgeAt(routes, { x: 390, y: 340 }, 12)).toBe('bent');
    expect(edgeAt(routes, { x: 240, y: 120 }, 12)).toBeNull();
    expect(edgeAt(routes, { x: 700, y: 46 }, 12)).toBeNull();
  });

  test('is found by its label too', () => {
    const label = routes.get('level')?.label;
    if (label === null || label === undefined) throw new Error('no label');
    expect(edgeAt(new Map([...routes].slice(0, 1)), { x: label.x, y: label.y + 6 }, 1)).toBe('level');
  });
});
