import fc from 'fast-check';

/** Graphemes of more than one code unit: joined emoji, flags, skin tones, marks, variation selectors, Hangul letters, line ends. */
export const joinedGraphemes = [
  '👩‍👩‍👧‍👦',
  '👩🏽‍💻',
  '👍🏿',
  '🇩🇪',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  '❤️‍🔥',
  '1️⃣',
  '☀︎',
  'e\u0301',
  'ж\u0306\u0331',
  'a\u0300\u0301\u0302',
  '\u1112\u1161\u11ab',
  'नि',
  'กำ',
  '𝔸',
  '𠀋',
] as const;

/** Text with many of them, beside letters, spaces and line breaks. */
export const joinedText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...joinedGraphemes) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('a', 'Ж', ' ', '\n', 'word', '数据', 'שלום', 'مرحبا', '\u200d'),
      },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
