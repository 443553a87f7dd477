import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatMs, formatRps, formatShare, formatUsd } from '../../../shared/math/format';
import { formatExact } from '../../../shared/math/format-message';
import { parseQuantity, type QuantityUnit } from '../../../shared/math/parse-quantity';

const readAs = (text: string, unit: QuantityUnit) => {
  const parsed = parseQuantity(text, unit);
  return parsed.ok ? parsed.value : parsed.key;
};

describe('what a person types', () => {
  test.each<[string, QuantityUnit, number]>([
    ['1000', 'rps', 1000],
    ['4.2k', 'rps', 4200],
    ['10K rps', 'rps', 10_000],
    ['10krps', 'rps', 10_000],
    ['2M req/s', 'rps', 2e6],
    // 100e6 ÷ (365.25 ÷ 12 × 86 400) = 38.026…; × 3 = 114.077…
    ['100M/month ×3', 'rps', 114.0771161],
    ['100M / month x3', 'rps', 114.0771161],
    // 1e9 ÷ (365.25 × 86 400)
    ['1B/year', 'rps', 31.6880878],
    ['1B/day', 'rps', 11_574.0740741],
    ['600 per minute', 'rps', 10],
    ['1,000', 'rps', 1000],
    ['11 574', 'rps', 11_574],
    ['1,5', 'ms', 1.5],
    ['20 ms', 'ms', 20],
    ['1.5s', 'ms', 1500],
    ['250us', 'ms', 0.25],
    ['2 min', 'seconds', 120],
    ['15m', 'seconds', 900],
    ['7 days', 'seconds', 604_800],
    ['100 ms', 'seconds', 0.1],
    ['70%', 'share', 0.7],
    ['70 %', 'share', 0.7],
    ['0.7', 'share', 0.7],
    ['70', 'share', 0.7],
    ['99.95%', 'share', 0.9995],
    ['×1.4', 'factor', 1.4],
    ['1.4x', 'factor', 1.4],
    ['3M', 'count', 3e6],
    ['500 B', 'bytes', 500],
    ['1.27 KB', 'bytes', 1270],
    ['16 GiB', 'bytes', 16 * 1024 ** 3],
    ['5M', 'bytes', 5e6],
    ['$1.3k/mo', 'usd', 1300],
    ['$12/year', 'usd', 1],
    // 0.1 × 365.25 × 24 ÷ 12
    ['$0.10/h', 'usd', 73.05],
    // 150 000 × 365.25 ÷ 12
    ['$150k/day', 'usd', 4_565_625],
    ['12 $/mo', 'usd', 12],
    ['1 year', 'seconds', 31_557_600],
    ['1 mo', 'seconds', 2_629_800],
    ['1 Gbps', 'mbps', 1000],
    ['100 Mb/s', 'mbps', 100],
    ['100 MB/s', 'mbps', 800],
    ['1e3', 'rps', 1000],
  ])('%s as %s', (text, unit, value) => expect(readAs(text, unit)).toBeCloseTo(value, 6));

  test.each<[string, QuantityUnit, string]>([
    ['', 'rps', 'empty'],
    ['  ', 'ms', 'empty'],
    ['many', 'rps', 'number'],
    ['1 00', 'rps', 'number'],
    ['1,23.4', 'rps', 'number'],
    ['1.000 000', 'rps', 'number'],
    ['½', 'ms', 'number'],
    ['−5', 'ms', 'range'],
    ['−$5', 'usd', 'range'],
    ['1.2.3', 'ms', 'number'],
    ['-5', 'ms', 'range'],
    ['20 kg', 'ms', 'unit'],
    ['20 ms', 'rps', 'unit'],
    ['5 rps/day', 'rps', 'unit'],
    ['170%', 'share', 'range'],
    ['1e999', 'rps', 'range'],
  ])('%s as %s is an error: %s', (text, unit, key) => expect(readAs(text, unit)).toBe(key));

  test('a text of any length is answered at once', () => {
    // Tried at every digit, 60 000 characters took half a minute.
    for (const text of [`${'1 '.repeat(100_000)}×`, `1${' '.repeat(100_000)}×`, '1,'.repeat(100_000)])
      expect(readAs(text, 'rps')).toBe('number');
  });

  test('any text gives a value that is finite and not negative, or an error, and never throws', () => {
    const units: QuantityUnit[] = [
      'rps',
      'ms',
      'share',
      'count',
      'factor',
      'bytes',
      'seconds',
      'usd',
      'mbps',
    ];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...units), (text, unit) => {
        const parsed = parseQuantity(text, unit);
        if (parsed.ok) expect(parsed.value >= 0 && Number.isFinite(parsed.value)).toBe(true);
      }),
    );
  });
});

describe('what is formatted is read back, up to its rounding', () => {
  const amount = fc.double({ min: 0.001, max: 1e11, noNaN: true });
  const formats: [QuantityUnit, (value: number) => string][] = [
    ['rps', formatRps],
    ['ms', formatMs],
    ['bytes', formatBytes],
    ['usd', formatUsd],
  ];
  test.each(formats)('%s', (unit, format) => {
    fc.assert(
      fc.property(amount, (value) => {
        // One decimal from 1 on is at worst half of 0.1 in 1; whole bytes, whole milliseconds and units are finer.
        expect(Math.abs(Number(readAs(format(value), unit)) / value - 1)).toBeLessThan(0.051);
      }),
    );
  });
  test('shares', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (share) => {
        expect(Math.abs(Number(readAs(formatShare(share), 'share')) / share - 1)).toBeLessThan(0.051);
      }),
    );
  });
  test('the exact form of milliseconds to eight digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (ms) => {
        expect(Math.abs(Number(readAs(formatExact({ ms }), 'ms')) / ms - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});
