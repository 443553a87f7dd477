/**
 * Widths of letters that a font of the system draws, in parts of the font size: what the widest of DejaVu Sans and Noto Sans need,
 * in their bold weights. Measured as wide as they can be, a text that fits is never drawn over what is beside it.
 */

/** Emoji of Segoe UI Emoji are the widest: 1.37; those of Apple and Noto 1.25. */
const emoji = 1.4;
const fullWidth = 1;
const otherwise = 0.9;

const invisible = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Drawn in colour by itself or by the selector behind it; a flag is of two letters that are emoji each. */
const isEmoji = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;

/** Letters from a code point on up to another, with what nearly all of them keep within. */
const ranges: readonly (readonly [from: number, to: number, advance: number])[] = [
  [0x0180, 0x024f, 0.9],
  [0x0370, 0x03ff, 0.85],
  [0x0460, 0x052f, 1.1],
  [0x0530, 0x058f, 0.97],
  [0x0900, 0x097f, 0.85],
  [0x0980, 0x09ff, 0.95],
  [0x0a00, 0x0a7f, 0.85],
  [0x0a80, 0x0aff, 0.95],
  [0x0b00, 0x0b7f, 0.95],
  [0x0b80, 0x0bff, 1.6],
  [0x0c00, 0x0c7f, 1.15],
  [0x0c80, 0x0cff, 1.25],
  [0x0d00, 0x0d7f, 1.65],
  [0x0d80, 0x0dff, 1.4],
  [0x0e00, 0x0e7f, 0.85],
  [0x0e80, 0x0eff, 0.95],
  [0x1000, 0x109f, 1.15],
  [0x10a0, 0x10ff, 0.95],
  [0x1100, 0x115f, fullWidth],
  [0x1200, 0x137f, 1.1],
  [0x1780, 0x17ff, 1.1],
  [0x1e00, 0x1eff, 0.9],
  [0x1f00, 0x1fff, 1.1],
  // Signs of figures, which the bundled font of pictures has.
  [0x2264, 0x2265, 0.65],
  [0x2190, 0x2bff, 1.15],
  [0x2e80, 0xd7a3, fullWidth],
  [0xf900, 0xfaff, fullWidth],
  [0xfe30, 0xfe6f, fullWidth],
  [0xff00, 0xff60, fullWidth],
  [0xffe0, 0xffe6, fullWidth],
  [0x20000, 0x3fffd, fullWidth],
];

/** Hebrew and Arabic letters by their width at the end of a word or alone, and, of Arabic, joined to the next letter. */
const letters: readonly (readonly [letters: string, end: number, joined?: number])[] = [
  ['ויןז', 0.41],
  ['גנ', 0.47],
  ['בדךכלר', 0.62],
  ['אהחטםמסעףפץצקת', 0.74],
  ['ש', 0.8],
  ['اأإآٱ', 0.4],
  ['ءدذرزڈڑژوؤۆۇۈۋةۀ', 0.65],
  ['بتثٹپئ', 1.15, 0.42],
  ['لنں', 0.91, 0.42],
  ['يىیې', 1.02, 0.42],
  ['جحخچعغ', 0.76, 0.73],
  ['سشصض', 1.45, 1.03],
  ['طظ', 1.08, 0.98],
  ['فڤ', 1.2, 0.73],
  ['ق', 0.91, 0.73],
  ['كکگ', 1.03, 0.6],
  ['م', 0.79, 0.68],
  ['هہھ', 0.95, 0.7],
];
const byLetter: ReadonlyMap<string, readonly [end: number, joined: number]> = new Map(
  letters.flatMap(([all, end, joined = end]) => [...all].map((letter) => [letter, [end, joined]] as const)),
);
const otherArabic = 1.2;
const isArabicLetter = /^[\p{L}\u200d]$/u;

const isArabic = (codePoint: number): boolean =>
  (codePoint >= 0x0600 && codePoint <= 0x08ff) || (codePoint >= 0xfb50 && codePoint <= 0xfefc);

/** Width of a letter, and what it needs where nothing follows that it joins. */
export interface OtherAdvance {
  readonly ems: number;
  readonly endEms: number;
}

function ofLetter(letter: string, next: string): OtherAdvance {
  const codePoint = letter.codePointAt(0) ?? 0;
  if (invisible.test(letter)) return { ems: 0, endEms: 0 };
  const known = byLetter.get(letter);
  if (known !== undefined) {
    const [endEms, joined] = known;
    const joins = next !== '' && isArabic(next.codePointAt(0) ?? 0) && isArabicLetter.test(next);
    return { ems: joins ? joined : endEms, endEms };
  }
  const advance = isArabic(codePoint)
    ? otherArabic
    : (ranges.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? otherwise);
  return { ems: advance, endEms: advance };
}

/**
 * Width of a grapheme that the bundled font has no letter for; `next` is the letter behind it, '' for none. `advanceOf` knows the
 * letters of the bundled font that a grapheme may hold beside others, null for one that is none of them.
 */
export function otherAdvance(
  grapheme: string,
  next: string,
  advanceOf: (letter: string) => number | null,
): OtherAdvance {
  if (isEmoji.test(grapheme)) return { ems: emoji, endEms: emoji };
  let ems = 0;
  let endEms = 0;
  let behind = next;
  // From the end on, so that each letter knows what is behind it.
  for (const letter of [...grapheme].reverse()) {
    const isInvisible = invisible.test(letter);
    const known = isInvisible ? 0 : advanceOf(letter);
    const other = known === null ? ofLetter(letter, behind) : { ems: known, endEms: known };
    ems += other.ems;
    endEms += other.endEms;
    // Marks on a letter do not part it from the next one.
    if (!isInvisible) behind = letter;
  }
  return { ems, endEms };
}
