import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cacheHits } from '../../../shared/math/che';

const rows = readFileSync(new URL('../../fixtures/octave-queueing.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('CHE-1'))
  .map((line) => {
    const [, , inputs = '', metric = '', value = ''] = line.split(',');
    const [items = 0, capacity = 0, exponent = 0] = (inputs.match(/[\d.]+/g) ?? []).map(Number);
    return { items, capacity, exponent, metric, value: Number(value) };
  });

function exactly(items: number, requests: number, exponent: number): { filled: number; hitRate: number } {
  const popularity = Array.from({ length: items }, (_, i) => (i + 1) ** -exponent);
  const total = popularity.reduce((sum, p) => sum + p, 0);
  const filled = popularity.reduce((sum, p) => sum - Math.expm1((-p / total) * requests), 0);
  const hitRate = popularity.reduce((sum, p) => sum - (p / total) * Math.expm1((-p / total) * requests), 0);
  return { filled, hitRate };
}

describe('the hit rate of an LRU cache', () => {
  test('the oracle has all rows of this model', () => expect(rows.length).toBe(14));

  test.each(rows)('of $capacity of $items items at exponent $exponent has the oracle’s $metric', (row) => {
    const { hitRate, characteristicRequests } = cacheHits(row.items, row.capacity, row.exponent);
    const figure = row.metric === 'hit' ? hitRate : characteristicRequests;
    expect(Math.abs(figure / row.value - 1)).toBeLessThan(1e-6);
  });

  test.each([0, 0.6, 1, 1.4])(
    'of four hundred thousand items is the sum over each of them, at exponent %d',
    (exponent) => {
      const { hitRate, characteristicRequests } = cacheHits(400_000, 10_000, exponent);
      const exact = exactly(400_000, characteristicRequests, exponent);
      expect(exact.filled / 10_000).toBeCloseTo(1, 6);
      expect(hitRate / exact.hitRate).toBeCloseTo(1, 6);
    },
  );

  test('is 1 where everything fits and 0 where nothing does', () => {
    expect(cacheHits(100, 100, 1).hitRate).toBe(1);
    expect(cacheHits(100, 0, 1).hitRate).toBe(0);
  });
});
