import { lineAndColumn } from './json-error';
import { counts } from './limits';
import type { Problem } from './result';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * What makes a JSON text too deep or too rich in values to be parsed: found in one pass and before anything is made of it, since a
 * parser takes fifty bytes of memory for each `[`. Null where nothing does; that does not mean that it is JSON.
 */
export function jsonExcess(source: string): Problem | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === quote) at = textEnd(source, at);
    else if (code === comma) values += 1;
    else if (code === openBracket || code === openBrace) {
      depth += 1;
      values += 1;
      if (depth > counts.nesting)
        return {
          key: 'too-deep-text',
          path: [],
          values: { ...lineAndColumn(source, at), deepest: counts.nesting },
        };
    } else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (values > counts.values) return { key: 'too-many-values', path: [], values: { most: counts.values } };
  }
  return null;
}

/** The place of the quote that ends the text which begins at `start`; the end of the source where none does. */
function textEnd(source: string, start: number): number {
  let end = source.indexOf('"', start + 1);
  while (end >= 0) {
    let before = end - 1;
    while (before > start && source.charCodeAt(before) === backslash) before -= 1;
    // An even number of backslashes are escaped ones; each run of them is counted once, by the quote behind it.
    if ((end - before) % 2 === 1) return end;
    end = source.indexOf('"', end + 1);
  }
  return source.length;
}
