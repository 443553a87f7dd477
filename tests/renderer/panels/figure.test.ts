import { describe, expect, onTestFinished, test } from 'vitest';
import { bareText, msOf } from '../../../renderer/panels/Figure';
import { setWords } from '../../../renderer/words/language';
import { englishNumbers } from '../../../shared/math/number-style';

test('a time under a microsecond is what rounding left of nothing', () => {
  expect(msOf(4.7e-10)).toEqual({ ms: 0 });
  expect(msOf(0.001)).toEqual({ ms: 0.001 });
  expect(msOf(12)).toEqual({ ms: 12 });
  expect(msOf(null)).toBeNull();
});

describe('a figure whose unit stands in the head of its column', () => {
  const rows = [
    [{ rps: 11_700 }, '11.7k'],
    [{ usd: 10_800 }, '$10.8k'],
    [{ ms: 20 }, '20 ms'],
  ] as const;
  test.each(rows)('is written without it: %o', (measure, text) => {
    expect(bareText(measure)).toBe(text);
  });

  test('has none in a language that writes the unit otherwise', () => {
    setWords({}, 'en', {
      ...englishNumbers,
      units: new Map([
        [' rps', ' зап/с'],
        ['/mo', '/мес.'],
      ]),
    });
    onTestFinished(() => setWords({}));
    expect(bareText({ rps: 11_700 })).toBe('11.7k');
    expect(bareText({ usd: 10_800 })).toBe('$10.8k');
  });
});
