/** Folds texts so that those compare equal which a person means by the same letters; made once for a language. */
export type Fold = (text: string) => string;

const marks = /\p{M}+/gu;
const beyondAscii = /[^\p{ASCII}]/u;
/** A letter with the marks that follow it. */
const marked = /[^\p{ASCII}]|\p{ASCII}\p{M}+/gu;

/**
 * Texts without case and accents, as the language takes them: "é" is "e" and "ё" is "е", while what the language's collation has as a
 * letter of its own ("й", in Swedish "å") stays one.
 */
export function foldingIn(locale: string): Fold {
  const collator = new Intl.Collator(locale, { sensitivity: 'base' });
  const known = new Map<string, string>();
  const foldLetter = (letter: string): string => {
    const before = known.get(letter);
    if (before !== undefined) return before;
    const bare = letter.normalize('NFKD').replace(marks, '');
    const folded = letter === bare || collator.compare(letter, bare) === 0 ? bare : letter;
    known.set(letter, folded);
    return folded;
  };
  return (text) => {
    const lower = text.toLocaleLowerCase(locale);
    if (!beyondAscii.test(lower)) return lower;
    return lower.normalize('NFC').replace(marked, foldLetter).replaceAll('ß', 'ss');
  };
}

/** The words of a folded text, each of which must be found. */
export const wordsOf = (wanted: string): readonly string[] =>
  wanted.split(/\s+/).filter((word) => word !== '');
