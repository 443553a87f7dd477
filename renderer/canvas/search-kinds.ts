import { kinds } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';

/** A kind that a text means, with the technology where the text names one. */
export interface KindMatch {
  readonly kind: Kind;
  readonly technology?: string;
}

interface Ranked {
  readonly match: KindMatch;
  /** How well it answers: the lower the better. */
  readonly rank: number;
}

const ranks = {
  name: 0,
  exact: 1,
  /** The technology's name begins with the text as a whole word: "Redis Streams" for "redis". */
  branded: 2,
  /** The technology goes by it too: "ElastiCache" for "redis". */
  alias: 3,
  title: 4,
  word: 5,
  technology: 6,
  keyword: 7,
  inside: 8,
} as const;

/** How texts are compared: without case, hyphens or strokes. */
export const searchedText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[-_/]+/g, ' ')
    .trim();
const startsWord = (words: string, text: string): boolean =>
  words.startsWith(text) || words.includes(` ${text}`);
const initialsOf = (title: string): string => title.replace(/(\w)\w*\s*/g, '$1');

function rankOfKind(kind: Kind, text: string): number | null {
  const title = searchedText(kind.title);
  const keywords = kind.keywords.map(searchedText);
  const initials = initialsOf(title);
  if (title === text) return ranks.name;
  if (keywords.includes(text) || (initials.length > 1 && initials === text)) return ranks.exact;
  if (title.startsWith(text)) return ranks.title;
  if (startsWord(title, text)) return ranks.word;
  if (keywords.some((word) => startsWord(word, text))) return ranks.keyword;
  return title.includes(text) ? ranks.inside : null;
}

function technologiesFor(kind: Kind, text: string): readonly Ranked[] {
  return kind.technologies.flatMap(({ name, aliases = [] }): readonly Ranked[] => {
    const words = [name, ...aliases].map(searchedText);
    const match = { kind, technology: name };
    if (searchedText(name) === text) return [{ match, rank: ranks.exact }];
    if (searchedText(name).startsWith(`${text} `)) return [{ match, rank: ranks.branded }];
    if (words.includes(text)) return [{ match, rank: ranks.alias }];
    return words.some((word) => startsWord(word, text)) ? [{ match, rank: ranks.technology }] : [];
  });
}

/**
 * The kinds that a text means, best first; all of them, in the catalogue's order, for an empty text. A technology's name
 * gives its kind with that technology ("postgres" is the SQL database · PostgreSQL).
 */
export function searchKinds(text: string, among: readonly Kind[] = kinds): readonly KindMatch[] {
  const wanted = searchedText(text);
  if (wanted === '') return among.map((kind) => ({ kind }));
  const ranked = among.flatMap((kind): readonly Ranked[] => {
    const rank = rankOfKind(kind, wanted);
    const technologies = technologiesFor(kind, wanted);
    return rank === null ? technologies : [{ match: { kind }, rank }, ...technologies];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ match }) => match);
}
