import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editableNumber, readNumber, shownNumber, steppedNumber } from '../../../renderer/ui/number-text';
import type { GroupMark } from '../../../shared/math/number-notation';
import type { QuantityUnit } from '../../../shared/math/parse-quantity';

/** Bounds are another matter than notations. */
const unbounded = Number.POSITIVE_INFINITY;

const units: readonly QuantityUnit[] = ['rps', 'ms', 'count', 'factor', 'bytes', 'seconds', 'usd', 'mbps'];

describe('the words of a number field', () => {
  test('show the figure and its unit apart', () => {
    expect(shownNumber(11_574.074, 'rps')).toEqual({ figure: '11.6k', unit: 'rps' });
    expect(shownNumber(2, 'ms')).toEqual({ figure: '2', unit: 'ms' });
    expect(shownNumber(1500, 'ms')).toEqual({ figure: '1.5', unit: 's' });
    expect(shownNumber(0.7, 'share')).toEqual({ figure: '70', unit: '%' });
    expect(shownNumber(3, 'factor')).toEqual({ figure: '×3', unit: '' });
    expect(shownNumber(500, 'mbps')).toEqual({ figure: '500', unit: 'Mbit/s' });
  });

  test('are edited with all their digits where the short form loses some', () => {
    expect(editableNumber(11_574.074, 'rps', ',')).toBe('11574.074');
    expect(editableNumber(4200, 'rps', ',')).toBe('4.2k rps');
    expect(editableNumber(0.99_95, 'share', ',')).toBe('99.95 %');
  });

  test('lose nothing between showing and reading, whatever the unit', () => {
    const decimals = fc.integer({ min: 0, max: 9_999_999 }).map((thousandths) => thousandths / 1000);
    const amounts = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), decimals);
    const marks = fc.constantFrom<GroupMark>(',', '.', null);
    fc.assert(
      fc.property(fc.constantFrom(...units), amounts, marks, (unit, value, mark) => {
        expect(readNumber(editableNumber(value, unit, mark), { unit, max: unbounded }, mark)).toMatchObject({
          ok: true,
          value,
        });
      }),
    );
    // Three decimals where the point groups thousands, of which a random number has few.
    for (let thousandths = 1000; thousandths < 4000; thousandths += 1)
      expect(
        readNumber(editableNumber(thousandths / 1000, 'ms', '.'), { unit: 'ms' }, '.'),
        String(thousandths),
      ).toEqual({ ok: true, value: thousandths / 1000 });
  });

  test('say why a text is refused', () => {
    expect(readNumber('twelve', { unit: 'ms' }, ',')).toMatchObject({ ok: false });
    expect(readNumber('3 apples', { unit: 'rps' }, ',')).toMatchObject({
      ok: false,
      message: expect.stringContaining('unit'),
    });
    expect(readNumber('2.5', { unit: 'count', whole: true }, ',')).toEqual({
      ok: false,
      message: 'A whole number.',
    });
    expect(readNumber('0', { unit: 'count', min: 1 }, ',')).toEqual({ ok: false, message: 'At least 1.' });
    expect(readNumber('40', { unit: 'factor', max: 20 }, ',')).toEqual({
      ok: false,
      message: 'At most ×20.',
    });
    expect(readNumber('140 %', { unit: 'share' }, ',')).toMatchObject({ ok: false });
  });

  test('read an empty field as no value', () => {
    expect(readNumber('  ', { unit: 'ms' }, ',')).toEqual({ ok: true, value: null });
  });

  test('step by about a tenth, whole counts by one', () => {
    expect(steppedNumber(4, 1, { unit: 'count', whole: true })).toBe(5);
    expect(steppedNumber(1, -1, { unit: 'count', whole: true, min: 1 })).toBe(1);
    expect(steppedNumber(2, 1, { unit: 'ms' })).toBe(2.1);
    expect(steppedNumber(11_600, 1, { unit: 'rps' })).toBe(12_600);
    expect(steppedNumber(0.7, 1, { unit: 'share' })).toBe(0.71);
    expect(steppedNumber(0.995, 1, { unit: 'share' })).toBe(1);
    expect(steppedNumber(0, 1, { unit: 'ms' })).toBe(0.1);
  });
});
