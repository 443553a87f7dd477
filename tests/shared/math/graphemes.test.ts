import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { graphemesOf, headOf } from '../../../shared/math/graphemes';
import { joinedGraphemes, joinedText } from '../../support/joined-text';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segmentsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

test('what a reader takes for one letter is one grapheme', () => {
  for (const grapheme of joinedGraphemes) expect([...graphemesOf(grapheme)]).toEqual([grapheme]);
});

test('Latin and Cyrillic letters are graphemes without being segmented', () => {
  const text = 'Naïve café, Привет ёж, “quoted” – 5 → 7 ≤ 9 €';
  expect(graphemesOf(text)).toBe(text);
  expect([...text]).toEqual(segmentsOf(text));
});

test('no letter of the quick way joins with the one beside it', () => {
  const quick = Array.from({ length: 0x2300 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => typeof graphemesOf(letter) === 'string',
  );
  expect(quick.length).toBeGreaterThan(1_000);
  const pairs = quick.flatMap((letter) => ['a', letter]).join('');
  expect([...pairs]).toEqual(segmentsOf(pairs));
  expect([...quick.join('')]).toEqual(segmentsOf(quick.join('')));
});

test('the graphemes of any text are those of the standard, and a head of it is some of the first ones', () => {
  fc.assert(
    fc.property(joinedText, fc.nat(40), (text, most) => {
      const graphemes = segmentsOf(text);
      expect([...graphemesOf(text)]).toEqual(graphemes);
      const head = headOf(text, most);
      expect(head.length).toBeLessThanOrEqual(most);
      const count = segmentsOf(head).length;
      expect(segmentsOf(head)).toEqual(graphemes.slice(0, count));
      const next = graphemes[count];
      if (next !== undefined) expect(head.length + next.length).toBeGreaterThan(most);
    }),
  );
});

const runs = fc.array(
  fc
    .tuple(
      fc.constantFrom(...joinedGraphemes, '\u0301', '\u200d', '\u{1f3fd}', '\ud83d', '\u{1f1e9}', 'a'),
      fc.nat(200),
    )
    .map(([unit, count]) => unit.repeat(count)),
  { minLength: 1, maxLength: 4 },
);

test('the graphemes of a long text are those of the standard, wherever its pieces end', () => {
  fc.assert(
    fc.property(runs, (parts) => {
      const text = parts.join('');
      expect([...graphemesOf(text)]).toEqual(segmentsOf(text));
    }),
    { numRuns: 30 },
  );
});

test('a long text is segmented in pieces, all together in proportion to its length', () => {
  const given: number[] = [];
  const segment = Intl.Segmenter.prototype.segment;
  const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (
    this: Intl.Segmenter,
    text,
  ) {
    given.push(text.length);
    return segment.call(this, text);
  });
  for (const [text, longest] of [
    ['👨‍👩‍👧‍👦'.repeat(2_000), 600],
    ['ش'.repeat(20_000), 600],
    [`a${'\u0301'.repeat(20_000)}`, 40_000],
  ] as const) {
    given.length = 0;
    expect([...graphemesOf(text)].join('')).toBe(text);
    expect(Math.max(...given)).toBeLessThanOrEqual(longest);
    expect(given.reduce((sum, length) => sum + length, 0)).toBeLessThan(3 * text.length);
  }
  spy.mockRestore();
});
