import type { Problem } from './problem';

type Point = Problem['functional'][number];

/** The words of a name as one term, and each longer word by itself. */
export function termsOf(name: string): readonly string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set([words.join(' '), ...words.filter((word) => word.length > 3)])].filter(
    (term) => term !== '',
  );
}

/** Terms as one writes them in a line: with commas. Those that are left empty say nothing. */
export const termsInLine = (line: string): readonly string[] => [
  ...new Set(
    line
      .toLowerCase()
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
];

/**
 * What an answer has to name, a line each: `What it is: word, another word`, where any of the words tells that it was named. Without
 * words those of its title do.
 */
export function pointsOfLines(text: string): readonly Point[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const colon = line.lastIndexOf(':');
      const title = (colon < 0 ? line : line.slice(0, colon)).trim();
      const written = colon < 0 ? [] : termsInLine(line.slice(colon + 1));
      return { id: `point-${at + 1}`, title, terms: written.length === 0 ? termsOf(title) : written };
    });
}

/** The lines that `pointsOfLines` reads. */
export const linesOfPoints = (points: readonly Point[]): string =>
  points.map(({ title, terms }) => (isOf(title, terms) ? title : `${title}: ${terms.join(', ')}`)).join('\n');

/** Whether the terms are those that the title gives by itself. */
const isOf = (title: string, terms: readonly string[]): boolean =>
  !title.includes(':') && termsOf(title).join(',') === terms.join(',');
