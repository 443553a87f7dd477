import { describe, expect, test } from 'vitest';
import { boxPath } from '../../../shared/diagram/box-path';
import { sketch } from '../../../shared/diagram/hand-drawn';

const card = boxPath({ x: 0, y: 0, width: 208, height: 92 }, 8);

const numbersOf = (path: string): readonly number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe('a line drawn by hand', () => {
  test('is the same each time for one part, and another for another', () => {
    expect(sketch(card, 'api')).toBe(sketch(card, 'api'));
    expect(sketch(card, 'api')).not.toBe(sketch(card, 'db'));
  });

  test('draws nothing at random, whatever the id', () => {
    for (const id of ['', 'a', '\u0000', 'узел', '__proto__'])
      expect(sketch(card, id)).toBe(sketch(card, id));
  });

  test('stays within a few px of the line that it is drawn along', () => {
    const numbers = numbersOf(sketch(card, 'api'));
    expect(Math.min(...numbers)).toBeGreaterThan(-6);
    expect(Math.max(...numbers)).toBeLessThan(214);
  });

  test('that is dashed is drawn once', () => {
    const moves = (path: string): number => path.match(/M/g)?.length ?? 0;
    expect(moves(sketch('M0 0h100', 'a'))).toBe(2);
    expect(moves(sketch('M0 0h100', 'a', { once: true }))).toBe(1);
  });

  test('is nothing where there is no line', () => {
    expect(sketch('', 'a')).toBe('');
  });
});

test('the path of a box has its corners', () => {
  expect(boxPath({ x: 10, y: 20, width: 100, height: 50 }, 0)).toBe('M10 20h100v50h-100v-50z');
  expect(boxPath({ x: 0, y: 0, width: 10, height: 10 }, 99)).toContain('a5 5 0 0 1 5 5');
});
