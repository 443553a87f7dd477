/**
 * Text from outside on one line, as a terminal may be shown it: what would move the cursor, ring, colour or turn the direction
 * of reading is written as its code point.
 * @param {string} text
 * @returns {string}
 */
export function printable(text) {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
