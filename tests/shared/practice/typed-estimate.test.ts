import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EstimateUnit, readEstimate } from '../../../shared/practice/typed-estimate';

const month = 30.4375 * 86_400;

describe('an estimate as it is typed', () => {
  test.each<readonly [string, EstimateUnit, number]>([
    ['11.6k/s', 'rps', 11_600],
    ['100M/month × 3', 'rps', 3e8 / month],
    ['39 links a second', 'rps', 39],
    ['~3,900 redirects per second', 'rps', 3900],
    ['about 116 new links each second', 'rps', 116],
    ['100 million/day', 'rps', 1e8 / 86_400],
    ['3860 × 3 = 11.6k', 'rps', 11_600],
    ['12k qps', 'rps', 12_000],
    ['9 TB', 'bytes', 9e12],
    ['33 GB', 'bytes', 3.3e10],
    ['33 gigabytes', 'bytes', 3.3e10],
    ['6 billion × 500 B', 'bytes', 3e12],
    ['6B x 500 B = 3 TB', 'bytes', 3e12],
    ['3TB * 3', 'bytes', 9e12],
    ['1.2 Gb/s', 'bytes-per-second', 1.5e8],
    ['7.5 Tb/s', 'bytes-per-second', 9.375e11],
    ['5.8 MB/s', 'bytes-per-second', 5.8e6],
    ['5.8 MB per second', 'bytes-per-second', 5.8e6],
    ['500 GB/day', 'bytes-per-second', 5e11 / 86_400],
    ['3.5e12', 'count', 3.5e12],
    ['62^7', 'count', 62 ** 7],
    ['62⁷', 'count', 62 ** 7],
    ['3.5 × 10^12', 'count', 3.5e12],
    ['3.5 trillion', 'count', 3.5e12],
    ['roughly 20 million', 'count', 2e7],
    ['15 min', 'seconds', 900],
    ['$1.3k', 'usd', 1300],
  ])('%s in %s', (text, unit, value) => {
    const read = readEstimate(text, unit);
    expect(read.ok).toBe(true);
    expect(read.ok && read.value / value).toBeCloseTo(1, 6);
  });

  test.each<readonly [string, EstimateUnit, string]>([
    ['', 'rps', 'empty'],
    ['a lot', 'rps', 'number'],
    ['9 TB', 'rps', 'unit'],
    ['12 rps', 'bytes', 'unit'],
    ['-4', 'count', 'number'],
    ['9'.repeat(300), 'count', 'number'],
  ])('%s is no estimate in %s', (text, unit, key) => {
    expect(readEstimate(text, unit)).toEqual({ ok: false, key });
  });

  test('whatever is typed is read or refused, a value finite and not negative', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'0123456789.,^×*x/=~ kMGTBbs⁷-daymonth'),
      maxLength: 30,
    });
    const units = fc.constantFrom<EstimateUnit>(
      'rps',
      'bytes',
      'bytes-per-second',
      'count',
      'seconds',
      'usd',
    );
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), units, (text, unit) => {
        const read = readEstimate(text, unit);
        if (read.ok) expect(Number.isFinite(read.value) && read.value >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
