import { describe, expect, test } from 'vitest';
import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatFactor,
  formatMs,
  formatRps,
  formatSeconds,
  formatShare,
  formatUsd,
} from '../../../shared/math/format';

describe('short numbers', () => {
  test.each([
    [0, '0'],
    [0.4, '0.4'],
    [0.0386, '0.039'],
    [2, '2'],
    [2.54, '2.5'],
    [9.97, '10'],
    [38.6, '39'],
    [116, '116'],
    [999.4, '999'],
    [999.7, '1k'],
    [1000, '1k'],
    [1157, '1.2k'],
    [4200, '4.2k'],
    [11_574, '11.6k'],
    [99_960, '100k'],
    [116_000, '116k'],
    [999_600, '1M'],
    [1_200_000, '1.2M'],
    [2e9, '2B'],
    [-4200, '−4.2k'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NaN, '–'],
  ])('%d calls a second read %s', (rps, text) => expect(formatRps(rps)).toBe(text));

  test.each([
    [0, '0 ms'],
    [0.000_024, '<0.001 ms'],
    [0.0009, '<0.001 ms'],
    [-0.000_024, '−<0.001 ms'],
    [0.05, '0.05 ms'],
    [0.5, '0.5 ms'],
    [6.1, '6.1 ms'],
    [9.96, '10 ms'],
    [12.4, '12 ms'],
    [999.4, '999 ms'],
    [999.7, '1 s'],
    [1234, '1.2 s'],
    [59_990, '1 min'],
    [90_000, '1.5 min'],
  ])('%d ms read %s', (ms, text) => expect(formatMs(ms)).toBe(text));

  test.each([
    [0.004, '0.4 %'],
    [0.052, '5.2 %'],
    [0.384, '38 %'],
    [0.98, '98 %'],
    [0.996, '99.6 %'],
    [1, '100 %'],
    [1.494, '149 %'],
  ])('a share of %d reads %s', (share, text) => expect(formatShare(share)).toBe(text));

  test.each([
    [0.9, '90 %'],
    [0.917, '91.7 %'],
    [0.95, '95 %'],
    [0.999, '99.9 %'],
    [0.9995, '99.95 %'],
    [0.99967, '99.967 %'],
    [0.999679, '99.967 %'],
    [0.99999, '99.999 %'],
    [0.999995, '>99.999 %'],
    [0.99999999999999, '100 %'],
    [1, '100 %'],
    [0.3, '30 %'],
  ])('an availability of %d reads %s, never better than it is', (share, text) =>
    expect(formatAvailability(share)).toBe(text),
  );

  test('dollars, bytes, seconds, factors and counts carry their units', () => {
    expect(formatUsd(1340)).toBe('$1.3k/mo');
    expect(formatUsd(330)).toBe('$330/mo');
    expect(formatBytes(500)).toBe('500 B');
    expect(formatBytes(1270)).toBe('1.3 kB');
    expect(formatBytes(9e12)).toBe('9 TB');
    expect(formatSeconds(60)).toBe('1 min');
    expect(formatSeconds(900)).toBe('15 min');
    expect(formatSeconds(0.25)).toBe('250 ms');
    expect(formatSeconds(5 * 31_536_000)).toBe('5 y');
    expect(formatFactor(1.4)).toBe('×1.4');
    expect(formatFactor(0.15)).toBe('×0.15');
    expect(formatFactor(1)).toBe('×1');
    expect(formatFactor(12.54)).toBe('×12.5');
    expect(formatCount(1200)).toBe('1200');
    expect(formatCount(12_500)).toBe('12.5k');
  });
});
