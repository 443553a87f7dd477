import { afterEach, describe, expect, test, vi } from 'vitest';
import { ownGroupMark } from '../../../renderer/ui/group-mark';
import { editableNumber, readNumber, shownNumber } from '../../../renderer/ui/number-text';
import { rateText } from '../../../renderer/words/figures';
import { numbersOf, setNumberFormat } from '../../../renderer/words/number-locale';
import { t } from '../../../renderer/words/t';
import { englishNumbers } from '../../../shared/math/number-style';

describe('numbers by the person’s locale', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    setNumberFormat('point');
  });

  test.each([
    ['en-US', '.', englishNumbers.group],
    ['de-DE', ',', '.'],
    ['fr-FR', ',', '\u202f'],
    ['ru-RU', ',', '\u00a0'],
  ])('%s has “%s” for decimals', (locale, decimal, group) => {
    expect(numbersOf(locale)).toMatchObject({ decimal, group });
  });

  test.each(['de-DE', 'fr-FR', 'ru-RU'])('figures are written and read with a comma in %s', (locale) => {
    vi.stubGlobal('navigator', { language: locale });
    setNumberFormat('system');
    expect(rateText(11_650)).toBe('11,7k rps');
    expect(t('{count} parts', { count: 1.5 })).toBe('1,5 parts');
    expect(shownNumber(1.5, 'ms').figure).toBe('1,5');
    expect(readNumber('1,5', { unit: 'ms' }, ownGroupMark())).toMatchObject({ ok: true, value: 1.5 });
    for (const value of [1.5, 0.125, 1234.5, 1_234_567])
      expect(
        readNumber(editableNumber(value, 'ms', ownGroupMark()), { unit: 'ms' }, ownGroupMark()),
      ).toMatchObject({ ok: true, value });
  });

  test('a wish goes before the system', () => {
    vi.stubGlobal('navigator', { language: 'en-US' });
    setNumberFormat('comma');
    expect(rateText(11_650)).toBe('11,7k rps');
    expect(ownGroupMark()).toBe('.');
  });
});
