import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markBox, noteSize } from '../../../shared/layout/geometry';
import { fitText, widthOf, wrapText } from '../../../shared/layout/text';
import { joinedText } from '../../support/joined-text';

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

test.each([
  // As a browser draws it in DejaVu Sans Bold and Noto Sans Bold at 100 px, whichever is wider.
  ['خدمة إدارة الطلبات والمدفوعات', 1_576],
  ['שירות הזמנות ותשלומים', 1_112],
  ['订单服务与库存', 700],
  ['सदस्यता सेवा', 518],
  ['ระบบจัดการคำสั่งซื้อและการชำระเงิน', 1_498],
  ['👩🏽‍💻', 125],
  ['🇩🇪', 125],
])('%s is measured as wide as it can be drawn, and not much wider', (text, px) => {
  expect(widthOf(text, 100, 600)).toBeGreaterThanOrEqual(px);
  expect(widthOf(text, 100, 600)).toBeLessThan(1.6 * px);
});

test('a joined emoji is as wide as one, and marks and joiners have no width', () => {
  expect(widthOf('👨‍👩‍👧‍👦', 10, 400)).toBe(widthOf('🙂', 10, 400));
  expect(widthOf('e\u0301\u0331', 10, 400)).toBe(widthOf('e', 10, 400));
  expect(widthOf('א\u05b0', 10, 400)).toBe(widthOf('א', 10, 400));
});

test('what fits stays as it is, what does not ends in an ellipsis', () => {
  expect(fitText('Load balancer', 200, 13.5, 600)).toBe('Load balancer');
  expect(fitText('Load balancer', 60, 13.5, 600)).toMatch(/^Load.*…$/);
  expect(fitText('Load balancer', 2, 13.5, 600)).toBe('');
});

test('a letter with as many marks as a text may have is measured and wrapped', () => {
  const text = `a${'\u0301'.repeat(99_999)}`;
  expect(widthOf(text, 10, 400)).toBe(widthOf('a', 10, 400));
  expect(wrapText(text, 100, 10, 400)).toEqual([text]);
});

const line = fc.string({ unit: 'grapheme', maxLength: 60 });
const room = fc.double({ min: 0, max: 300, noNaN: true });
const anyRoom = fc.double({ min: -20, max: 300, noNaN: true });
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segmentsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

test('a fitted text is never wider than its room', () => {
  fc.assert(
    fc.property(line, room, (text, width) => {
      expect(widthOf(fitText(text, width, 12, 400), 12, 400)).toBeLessThanOrEqual(width + 1e-9);
    }),
  );
});

test('wrapped lines hold all letters, and none is wider than the room unless it is one grapheme', () => {
  fc.assert(
    fc.property(joinedText, anyRoom, (text, width) => {
      const lines = wrapText(text, width, 12, 400);
      const letters = (value: string) => value.replace(/[ \r\n]/g, '');
      expect(letters(lines.join(''))).toBe(letters(text));
      for (const one of lines) {
        if (segmentsOf(one).length > 1) expect(widthOf(one, 12, 400)).toBeLessThanOrEqual(width + 1e-9);
      }
    }),
  );
});

test('neither an ellipsis nor a line break splits a grapheme', () => {
  fc.assert(
    fc.property(joinedText, anyRoom, (text, width) => {
      const fitted = fitText(text, width, 12, 400);
      const graphemes = segmentsOf(text);
      if (fitted !== text && fitted !== '') {
        const kept = segmentsOf(fitted.slice(0, -1));
        expect(kept).toEqual(graphemes.slice(0, kept.length));
      }
      for (const paragraph of text.split(/\r\n?|\n/)) {
        const own = segmentsOf(paragraph).filter((grapheme) => grapheme !== ' ');
        const lines = wrapText(paragraph, width, 12, 400);
        expect(lines.flatMap(segmentsOf).filter((grapheme) => grapheme !== ' ')).toEqual(own);
      }
    }),
  );
});

test('wrapping ends for every width: nothing, less than nothing and next to nothing too', () => {
  for (const width of [-19, -0.001, 0, Number.MIN_VALUE, 1, 8, Number.NEGATIVE_INFINITY]) {
    expect(wrapText('ab 👍🏿', width, 12.5, 400)).toEqual(['a', 'b', '👍🏿']);
  }
  expect(markBox({ id: 'n', kind: 'note', text: 'ab', width: 1 })?.height).toBe(noteSize.height);
});

test('a word as long as a note may be is wrapped letter by letter without measuring its rest each time', () => {
  expect(wrapText('m'.repeat(200_000), 1, 12, 400)).toHaveLength(200_000);
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
