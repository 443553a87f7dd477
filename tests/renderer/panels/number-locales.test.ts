import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupMarkOf } from '../../../renderer/ui/group-mark';
import { editableNumber, readNumber, shownNumber } from '../../../renderer/ui/number-text';
import { formatExact } from '../../../shared/math/format-message';
import type { QuantityUnit } from '../../../shared/math/parse-quantity';
import { configFields } from '../../../shared/model/fields/index';

/** Bounds are another matter than notations. */
const unbounded = Number.POSITIVE_INFINITY;

const locales = ['en-US', 'de-DE', 'fr-FR', 'ru-RU', 'de-CH', 'en-IN', 'sv-SE'] as const;
type Locale = (typeof locales)[number];

const everyUnit: readonly QuantityUnit[] = [
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
/** A unit that is behind each number and does not change it. */
const marks: Readonly<Record<QuantityUnit, readonly string[]>> = {
  rps: ['rps', 'req/s'],
  ms: ['ms'],
  share: [],
  count: [],
  factor: ['x'],
  bytes: ['B'],
  seconds: ['s'],
  usd: ['$', 'USD', '/mo'],
  mbps: ['Mbit/s'],
};

/** What is one number wherever it is typed. */
const certain: readonly (readonly [text: string, value: number])[] = [
  ['0,125', 0.125],
  ['0.125', 0.125],
  ['0,999', 0.999],
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['.5', 0.5],
  [',5', 0.5],
  ['7.', 7],
  ['1234,567', 1234.567],
  ['1,2345', 1.2345],
  ['1 000', 1000],
  ['1\u00a0000', 1000],
  ['1\u202f000', 1000],
  ['1\u2009000', 1000],
  ["1'000", 1000],
  ['1’000', 1000],
  ['1_000', 1000],
  ['12 345 678', 12_345_678],
  ['1 000,5', 1000.5],
  ['1\u202f000,125', 1000.125],
  ["1'000.125", 1000.125],
  ['1.000,5', 1000.5],
  ['1,000.5', 1000.5],
  ['1,000,000', 1e6],
  ['1.000.000', 1e6],
  ['12,34,567', 1_234_567],
  ['12,34,567.5', 1_234_567.5],
  ['1e3', 1000],
  ['1,234e3', 1234],
  ['+5', 5],
  ['１２３，５', 123.5],
  ['١٢٣٫٥', 123.5],
  ['١٬٢٣٤', 1234],
  ['۱۲۳', 123],
];

/** What follows the person. */
const doubtful: readonly (readonly [text: string, values: Readonly<Record<Locale, number>>])[] = [
  [
    '1,234',
    {
      'en-US': 1234,
      'en-IN': 1234,
      'de-DE': 1.234,
      'fr-FR': 1.234,
      'ru-RU': 1.234,
      'de-CH': 1.234,
      'sv-SE': 1.234,
    },
  ],
  [
    '1.234',
    {
      'en-US': 1.234,
      'en-IN': 1.234,
      'de-DE': 1234,
      'fr-FR': 1.234,
      'ru-RU': 1.234,
      'de-CH': 1.234,
      'sv-SE': 1.234,
    },
  ],
];

describe.each(locales)('a number typed in %s', (locale) => {
  const mark = groupMarkOf(locale);
  const read = (text: string, unit: QuantityUnit) => readNumber(text, { unit, max: unbounded }, mark);

  test.each(everyUnit.filter((unit) => unit !== 'share'))('into a field of %s', (unit) => {
    const wrong = certain.flatMap(([text, value]) =>
      [
        text,
        ...marks[unit].flatMap((word) => [`${text} ${word}`, `${text}${word}`, `${text}\u00a0${word}`]),
      ].filter((written) => {
        const typed = read(written, unit);
        return !typed.ok || typed.value !== value || typed.inDoubt === true;
      }),
    );
    expect(wrong).toEqual([]);
    for (const [text, values] of doubtful)
      expect(read(text, unit), text).toEqual({ ok: true, value: values[locale], inDoubt: true });
  });

  test('into a field of shares, which has no thousands', () => {
    const typed = (text: string) => {
      const number = read(text, 'share');
      return number.ok && number.inDoubt !== true ? number.value : number;
    };
    for (const [text, value] of [
      ['0,999', 0.999],
      ['0.999', 0.999],
      ['99,955 %', 0.999_55],
      ['99.955%', 0.999_55],
      ['99,955\u00a0%', 0.999_55],
      ['99,955\u202f%', 0.999_55],
      ['９９．５％', 0.995],
      ['٩٩٫٥٪', 0.995],
      ['70', 0.7],
    ] as const)
      expect([text, typed(text)]).toEqual([text, value]);
  });

  test('refuses a true minus by the range, and what is no number', () => {
    for (const unit of everyUnit) {
      expect(read('−5', unit)).toMatchObject({
        ok: false,
        message: expect.stringMatching(/Not below 0|Between 0/),
      });
      for (const text of ['1 00', '1,23.4', '1.2.3', '½', '1 0000'])
        expect([text, read(text, unit)]).toMatchObject([text, { ok: false }]);
    }
  });

  test('is what the field showed, where it is edited without a change', () => {
    const values = fc.oneof(
      fc.double({ min: 0, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
    );
    const ofUnit = fc.constantFrom(...everyUnit);
    fc.assert(
      fc.property(ofUnit, values, (unit, value) => {
        const amount = unit === 'share' ? value / 1e12 : value;
        expect(read(editableNumber(amount, unit, mark), unit)).toMatchObject({ ok: true, value: amount });
      }),
    );
  });

  test('is a figure that was copied from a resting field or its tooltip, whatever groups thousands', () => {
    expect(read(formatExact({ ms: 11_574.074 }), 'ms')).toEqual({ ok: true, value: 11_574.074 });
    expect(read(shownNumber(0.999_67, 'share').figure, 'share')).toEqual({ ok: true, value: 0.999_67 });
  });
});

describe('a number that can be read in two ways', () => {
  test('is the one that the field can take, where it can take one only', () => {
    const load = { unit: 'factor', min: 0.01, max: 20 } as const;
    expect(readNumber('1,234', load, ',')).toEqual({ ok: true, value: 1.234, inDoubt: true });
    expect(readNumber('0,125', load, ',')).toEqual({ ok: true, value: 0.125 });
    const whole = { unit: 'count', whole: true, min: 1 } as const;
    expect(readNumber('1.234', whole, ',')).toEqual({ ok: true, value: 1234, inDoubt: true });
    expect(readNumber('25,123', load, ',')).toEqual({ ok: false, message: 'At most ×20.' });
  });

  test('fits every number field of the inspector in each locale', () => {
    const shapes = Object.entries(configFields).flatMap(([field, info]) =>
      info.shape.type === 'number' ? [[field, info.shape] as const] : [],
    );
    expect(shapes.length).toBeGreaterThan(15);
    for (const [field, shape] of shapes)
      for (const locale of locales) {
        const mark = groupMarkOf(locale);
        const text = 'max' in shape && shape.max === 1 ? '99,955 %' : '1 000';
        const value = text === '1 000' ? 1000 : 0.999_55;
        expect([field, locale, readNumber(text, shape, mark)]).toEqual([field, locale, { ok: true, value }]);
      }
  });
});
