import { afterEach, describe, expect, test, vi } from 'vitest';
import { ownGroupMark } from '../../../renderer/ui/group-mark';
import { editableNumber, readNumber, shownNumber } from '../../../renderer/ui/number-text';
import {
  availabilityText,
  bytesText,
  exactText,
  msText,
  percentText,
  rateText,
  secondsText,
  shareText,
} from '../../../renderer/words/figures';
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
    expect(rateText(11_650)).toBe('11,7k\u00a0rps');
    expect(t('{count} parts', { count: 1.5 })).toBe('1,5 parts');
    expect(shownNumber(1.5, 'ms').figure).toBe('1,5');
    expect(readNumber('1,5', { unit: 'ms' }, ownGroupMark())).toMatchObject({ ok: true, value: 1.5 });
    for (const value of [1.5, 0.125, 1234.5, 1_234_567])
      expect(
        readNumber(editableNumber(value, 'ms', ownGroupMark()), { unit: 'ms' }, ownGroupMark()),
      ).toMatchObject({ ok: true, value });
  });

  test('no line breaks between a figure and its unit or percent sign', () => {
    setNumberFormat('point');
    const spans = [1, 90, 5400, 200_000, 5e8];
    const sizes = [5, 5e3, 5e6, 5e9, 5e12, 5e15];
    const texts = [
      ...[0.004, 0.4, 0.9995, 1.5].flatMap((share) => [shareText(share), percentText(share)]),
      ...[0.9995, 0.9999999, 1].map(availabilityText),
      ...spans.map(secondsText),
      ...sizes.map(bytesText),
      ...[
        exactText({ ms: 1.25 }),
        exactText({ share: 0.25 }),
        exactText({ rps: 5 }),
        exactText({ seconds: 2 }),
      ],
      ...[msText(12), rateText(11_650), exactText({ bytes: 5 })],
      t('{share} of {rate}', { share: shareText(0.9), rate: rateText(5) }).replaceAll(' of ', ''),
    ];
    expect(texts.filter((text) => text.includes(' '))).toEqual([]);
    expect(shareText(0.9)).toBe('90\u00a0%');
    expect(readNumber(shareText(0.9), { unit: 'share' }, ownGroupMark())).toMatchObject({
      ok: true,
      value: 0.9,
    });
    expect(readNumber(msText(12), { unit: 'ms' }, ownGroupMark())).toMatchObject({ ok: true, value: 12 });
  });

  test('a wish goes before the system', () => {
    vi.stubGlobal('navigator', { language: 'en-US' });
    setNumberFormat('comma');
    expect(rateText(11_650)).toBe('11,7k\u00a0rps');
    expect(ownGroupMark()).toBe('.');
  });
});
