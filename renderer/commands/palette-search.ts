/** A line that the command palette can offer. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What sort of thing it is, shown at the right. */
  readonly hint: string;
  readonly icon: string;
  readonly keys: string;
  readonly keywords: readonly string[];
  /** Why it cannot be chosen now. */
  readonly reason?: string;
  readonly run: () => void;
}

const normal = (text: string): string => text.normalize('NFKD').toLowerCase().trim();

const startsWord = (text: string, word: string): boolean =>
  text.startsWith(word) || new RegExp(`[\\s/·(-]${escaped(word)}`).test(text);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How well an entry answers, the lower the better; null where a word of the text is nowhere in it. */
function rankOf(entry: PaletteEntry, text: string): number | null {
  const label = normal(entry.label);
  if (label === text) return 0;
  if (label.startsWith(text)) return 1;
  const keywords = entry.keywords.map(normal);
  const ranks = text.split(/\s+/).map((word) => {
    if (startsWord(label, word)) return 2;
    if (keywords.some((keyword) => startsWord(keyword, word))) return 3;
    return label.includes(word) ? 4 : null;
  });
  return ranks.includes(null) ? null : Math.max(...ranks.map((rank) => rank ?? 0));
}

/** The entries that a text means, best first, equals in their order; all of them for an empty text. */
export function searchEntries(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const wanted = normal(text);
  if (wanted === '') return entries;
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted);
      return rank === null ? [] : [{ entry, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
