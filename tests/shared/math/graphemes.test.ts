import fc from 'fast-check';
import { expect, test } from 'vitest';
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
