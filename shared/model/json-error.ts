import { headOf } from '../math/graphemes';

/** Where a text stops being JSON, both counted from 1, what is there and what belongs there. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  /** A few characters in double quotes; 'broken-text' for a text that is none, 'file-end' where there is nothing. */
  readonly found: string;
  readonly expected: Belonging;
}

type Belonging = Exclude<Expected, 'after'> | 'comma-or-brace' | 'comma-or-bracket' | 'file-end';

const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What is allowed next: a value, a value or the end of a list, a field's name, a colon, what follows a value. */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'after';

function matchEnd(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : at;
}

/** The position after the string that starts here; its start where it is none. */
function stringEnd(source: string, start: number): number {
  if (source[start] !== '"') return start;
  let at = start + 1;
  while (at < source.length && source[at] !== '"') {
    if (source.charCodeAt(at) < 0x20) return start;
    const next = source[at] === '\\' ? matchEnd(escaped, source, at) : at + 1;
    if (next === at) return start;
    at = next;
  }
  return at < source.length ? at + 1 : start;
}

/**
 * The place of the first fault of a text that is not JSON. The engine's own message names a place only sometimes, and
 * not in the same words everywhere.
 */
export function firstJsonError(source: string): JsonError {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = matchEnd(space, source, 0);
  while (at < source.length) {
    const next = step(source, at, expected, open);
    if (next === null) break;
    expected = next.expected;
    at = matchEnd(space, source, next.at);
  }
  return {
    ...lineAndColumn(source, at),
    found: foundAt(source, at),
    expected: expected === 'after' ? belongsAfter(open.at(-1)) : expected,
  };
}

function belongsAfter(inside: '{' | '[' | undefined): Belonging {
  if (inside === undefined) return 'file-end';
  return inside === '{' ? 'comma-or-brace' : 'comma-or-bracket';
}

/** What is at a place: a text, a word, the beginning of a comment, one character; of a text that is none, that it is none. */
function foundAt(source: string, at: number): string {
  if (at >= source.length) return 'file-end';
  const end = stringEnd(source, at);
  if (source[at] === '"')
    return end === at ? 'broken-text' : `"${headOf(source.slice(at + 1, end - 1), 16)}"`;
  const [word = ''] = /^(?:\/[/*]|[\w.+-]{1,16}|.)/su.exec(source.slice(at, at + 16)) ?? [];
  return `"${word}"`;
}

function step(
  source: string,
  at: number,
  expected: Expected,
  open: ('{' | '[')[],
): { readonly at: number; readonly expected: Expected } | null {
  const sign = source.charAt(at);
  const inside = open.at(-1);
  if (expected === 'colon') return sign === ':' ? { at: at + 1, expected: 'value' } : null;
  if (sign === '}' || sign === ']') {
    const ends = sign === '}' ? 'name-or-end' : 'value-or-end';
    if (inside !== (sign === '}' ? '{' : '[') || (expected !== 'after' && expected !== ends)) return null;
    open.pop();
    return { at: at + 1, expected: 'after' };
  }
  if (expected === 'after') {
    if (sign !== ',' || inside === undefined) return null;
    return { at: at + 1, expected: inside === '{' ? 'name' : 'value' };
  }
  if (expected === 'name' || expected === 'name-or-end') {
    const end = stringEnd(source, at);
    return end === at ? null : { at: end, expected: 'colon' };
  }
  if (sign === '{' || sign === '[') {
    open.push(sign);
    return { at: at + 1, expected: sign === '{' ? 'name-or-end' : 'value-or-end' };
  }
  const end = sign === '"' ? stringEnd(source, at) : matchEnd(scalar, source, at);
  return end === at ? null : { at: end, expected: 'after' };
}

/** Where a position of a text is, both counted from 1. */
export function lineAndColumn(
  source: string,
  at: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  // Counted and not split: a file may be nothing but line ends.
  for (let end = source.indexOf('\n'); end >= 0 && end < at; end = source.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: at - lineStart + 1 };
}
