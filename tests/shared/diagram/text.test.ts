import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, widthOf, wrapText } from '../../../shared/diagram/text';

test('figures have one width, in every weight', () => {
  for (const weight of [400, 500, 550, 600] as const) {
    expect(widthOf('111', 10, weight)).toBeCloseTo(widthOf('888', 10, weight), 6);
  }
});

test('a text is measured by its letters: i is narrow, W and Ж are wide, a square is square', () => {
  expect(widthOf('i', 10, 400)).toBeLessThan(3);
  expect(widthOf('W', 10, 400)).toBeGreaterThan(8);
  expect(widthOf('Ж', 10, 400)).toBeGreaterThan(8);
  expect(widthOf('数', 10, 400)).toBe(10);
  expect(widthOf('', 10, 400)).toBe(0);
});

test('what fits stays as it is, what does not ends in an ellipsis', () => {
  expect(fitText('Load balancer', 200, 13.5, 600)).toBe('Load balancer');
  expect(fitText('Load balancer', 60, 13.5, 600)).toMatch(/^Load.*…$/);
  expect(fitText('Load balancer', 2, 13.5, 600)).toBe('');
});

const line = fc.string({ unit: 'grapheme', maxLength: 60 });
const room = fc.double({ min: 0, max: 300, noNaN: true });

test('a fitted text is never wider than its room', () => {
  fc.assert(
    fc.property(line, room, (text, width) => {
      expect(widthOf(fitText(text, width, 12, 400), 12, 400)).toBeLessThanOrEqual(width + 1e-9);
    }),
  );
});

test('wrapped lines hold all letters, and none is wider than the room unless it is one letter', () => {
  fc.assert(
    fc.property(line, fc.double({ min: 5, max: 300, noNaN: true }), (text, width) => {
      const lines = wrapText(text, width, 12, 400);
      const letters = (value: string) => value.replace(/[ \n]/g, '');
      expect(letters(lines.join(''))).toBe(letters(text));
      for (const one of lines) {
        if ([...one].length > 1) expect(widthOf(one, 12, 400)).toBeLessThanOrEqual(width + 1e-9);
      }
    }),
  );
});

test.each([0, -19, -1e9, Number.EPSILON, 1, 1e6, 1e300])(
  'wrapping ends at a width of %d px, in proportion to the text',
  (width) => {
    const text = `${'a'.repeat(10_000)} ${'b '.repeat(5_000)}\n\n `;
    const lines = wrapText(text, width, 12, 400);
    expect(lines.length).toBeLessThanOrEqual(text.length + 1);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  },
);
