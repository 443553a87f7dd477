import { kindOf, kinds, technologyOf } from './index';
import type { Kind } from './kind';
import { everydayWords, purposeWords, purposeWordsBehindOthers } from './purpose-words';

export interface PurposeMatch {
  readonly kind: Kind;
  readonly technology?: string;
}

/** The words of a name, in lower case. */
export const wordsOfName = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s\-_/]+/)
    .filter((word) => word !== '');

/** "Queue for orders": what is before such a word says what it is. */
const prepositions: readonly string[] = ['for', 'of', 'with', 'from', 'to', 'in', 'on', 'per'];

const singular = (word: string): string => (/[^su]s$/.test(word) ? word.slice(0, -1) : word);

/** No name of a product that people write in a longer name has more words. */
const mostWords = 3;

/** What a name says that it is, by its last words; null where they say nothing, or the kind is one that is not in the catalog. */
export function kindByPurpose(text: string): PurposeMatch | null {
  const all = wordsOfName(text);
  const before = all.findIndex((word, index) => index > 0 && prepositions.includes(word));
  const words = before === -1 ? all : all.slice(0, before);
  const kind = kindOfLastWords(words);
  const product = productIn(words);
  if (kind === null) return product;
  if (product !== null && isKept(kind) && isKept(product.kind) && technologyIn(kind, words) === undefined)
    return product;
  const technology = technologyIn(kind, words);
  return technology === undefined ? { kind } : { kind, technology };
}

/** Where data stand: "Kafka topic" and "Mongo DB" mean the product itself, "Kafka consumer" one that uses it. */
const isKept = ({ behaviour }: Kind): boolean => ['store', 'aside-cache', 'buffer'].includes(behaviour);

function kindOfLastWords(words: readonly string[]): Kind | null {
  for (let from = 0; from < words.length; from += 1) {
    const last = words.slice(from);
    const ends = [last.join(' '), [...last.slice(0, -1), singular(last.at(-1) ?? '')].join(' ')];
    for (const end of ends) {
      const titled = from > 0 ? kindTitled(end) : undefined;
      const id = own(purposeWords, end) ?? (from > 0 ? own(purposeWordsBehindOthers, end) : undefined);
      const kind = titled ?? (id === undefined ? undefined : kindOf(id));
      if (kind !== undefined) return kind;
    }
  }
  return null;
}

const own = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const kindTitled = (words: string): Kind | undefined =>
  kinds.find((kind) => wordsOfName(kind.title).join(' ') === words);

/** A technology of the kind that the name mentions. */
function technologyIn(kind: Kind, words: readonly string[]): string | undefined {
  for (let length = Math.min(mostWords, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const part = words.slice(from, from + length).join(' ');
      // What says the purpose is no product: the bucket of "Image bucket", the web client of "Web client".
      const isWord = everydayWords.includes(part) || own(purposeWords, part) !== undefined;
      const found = isWord || length === words.length ? undefined : technologyOf(kind, part);
      if (found !== undefined) return found.name;
    }
  return undefined;
}

/** A product that a longer name begins or ends with: "Kafka clicks", "Feed Redis". */
function productIn(words: readonly string[]): PurposeMatch | null {
  for (let length = Math.min(mostWords, words.length - 1); length > 0; length -= 1)
    for (const part of [words.slice(0, length), words.slice(-length)].map((some) => some.join(' '))) {
      if (!isProductName(part)) continue;
      for (const kind of kinds) {
        const found = technologyOf(kind, part);
        if (found !== undefined) return { kind, technology: found.name };
      }
    }
  return null;
}

/** Short names are words of other things too: "Go live", "Connect to bank". */
const isProductName = (part: string): boolean =>
  (part.length >= 5 || /\d/.test(part)) &&
  !everydayWords.includes(part) &&
  own(purposeWords, part) === undefined;
