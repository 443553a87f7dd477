import { counts } from './limits';

/** Whether a text has a letter that a combining mark could be: below are Latin letters without any. */
const mayCombine = /[\u0300-\uffff]/;

/** Marks one behind the other; the vowel signs AM of Thai and Lao are drawn as a mark and a letter. */
const marks = /[\p{M}\p{Grapheme_Extend}\u0e33\u0eb3]+/gu;

/**
 * The text with at most `counts.combiningMarks` combining marks in a row; the same text where there are no more. Takes time in
 * proportion to it.
 */
export function withFewMarks(text: string): string {
  if (!mayCombine.test(text)) return text;
  return text.replace(marks, (run) =>
    run.length <= counts.combiningMarks ? run : [...run].slice(0, counts.combiningMarks).join(''),
  );
}
