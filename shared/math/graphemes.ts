/** Letters that are each a grapheme, whatever is beside them: without controls, combining marks and joined emoji. */
const plain =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The graphemes of a text in their order: what a reader takes for one letter, as joined emoji, flags, letters with their marks and
 * Hangul syllables are (Unicode Standard Annex 29). Text of Latin and Cyrillic letters is given back as it is, since its letters
 * are its graphemes.
 */
export function graphemesOf(text: string): Iterable<string> {
  return plain.test(text) ? text : segmentsOf(text);
}

/** So many UTF-16 code units are segmented at once: the segmenter takes longer for each grapheme the longer its text is. */
const windowUnits = 512;

function* segmentsOf(text: string): Generator<string> {
  let start = 0;
  let units = windowUnits;
  while (start < text.length) {
    const end = windowEnd(text, start + units);
    const segments = [...segmenter.segment(text.slice(start, end))].map(({ segment }) => segment);
    // The last one may go on behind the window: it is the first of the next, which is larger where there is no other.
    if (end < text.length) segments.pop();
    units = segments.length === 0 ? 2 * units : windowUnits;
    for (const segment of segments) start += segment.length;
    yield* segments;
  }
}

/** A place to end at that is not amid a surrogate pair. */
function windowEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}

/** The text where it has at most so many UTF-16 code units, else as many of its first graphemes as fit into that. */
export function headOf(text: string, mostUnits: number): string {
  if (text.length <= mostUnits) return text;
  let length = 0;
  for (const grapheme of graphemesOf(text)) {
    if (length + grapheme.length > mostUnits) break;
    length += grapheme.length;
  }
  return text.slice(0, length);
}
