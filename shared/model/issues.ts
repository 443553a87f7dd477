import { headOf } from '../math/graphemes';
import { counts } from './limits';
import type { Path, Problem } from './result';
import type { z } from './zod';

type Issue = z.core.$ZodIssue;

/** A complaint of the schema about the value at `prefix` as a problem: a key, the place and what was found there. */
export function problemOf(issue: Issue, document: unknown, prefix: Path): Problem {
  const path: Path = [
    ...prefix,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  const value = valueAt(document, path);
  const found = shown(value);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return { key: 'missing', path, values: { expected: issue.expected } };
      return { key: 'wrong-type', path, values: { expected: issue.expected, found } };
    case 'too_small':
      return { key: 'too-small', path, values: { minimum: Number(issue.minimum), found } };
    case 'too_big':
      if (typeof value === 'string') return tooLong(value, Number(issue.maximum), path);
      return { key: 'too-big', path, values: { maximum: Number(issue.maximum), found } };
    case 'invalid_value':
      if (value === undefined) return { key: 'missing', path, values: { expected: issue.values.join(', ') } };
      return { key: 'not-one-of', path, values: { allowed: issue.values.join(', '), found } };
    case 'invalid_format':
      return { key: path.at(-1) === 'image' ? 'bad-image' : 'bad-id', path, values: { found } };
    // The one check of the schema that zod has no word for: that of `text`.
    case 'custom':
      return { key: 'too-many-marks', path, values: { most: counts.combiningMarks } };
    case 'unrecognized_keys':
      return unknownKeyProblem(issue.keys, path);
    case 'invalid_key':
      return keyProblem(issue, path);
    case 'invalid_union':
      return unionProblem(issue, document, path, found);
    default:
      return { key: 'wrong-form', path, values: { found } };
  }
}

const tooLong = (text: string, longest: number, path: Path): Problem => ({
  key: 'too-long',
  path,
  values: { characters: text.length, longest },
});

function unknownKeyProblem(keys: readonly string[], path: Path): Problem {
  const field = keys[0] ?? '';
  return { key: 'unknown-field', path: [...path, field], values: { field } };
}

function keyProblem(issue: Extract<Issue, { code: 'invalid_key' }>, path: Path): Problem {
  const inner = issue.issues[0];
  const key = String(path.at(-1) ?? '');
  if (inner?.code === 'invalid_value') {
    return { key: 'not-one-of', path, values: { allowed: inner.values.join(', '), found: shown(key) } };
  }
  if (inner?.code === 'too_big')
    return tooLong(key, Number(inner.maximum), [...path.slice(0, -1), shown(key)]);
  return { key: 'bad-id', path: [...path.slice(0, -1), shortened(key)], values: { found: shown(key) } };
}

/** Of the forms that a value may have, the complaint of the one that it comes nearest to: that fails deepest inside it. */
function unionProblem(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  document: unknown,
  path: Path,
  found: string,
): Problem {
  const inside = issue.errors.flat();
  const deepest = inside.reduce<Issue | null>(
    (best, next) => (next.path.length > (best?.path.length ?? 0) ? next : best),
    null,
  );
  if (deepest !== null) return problemOf(deepest, document, path);
  const choice = inside.find((next) => next.code === 'invalid_value');
  if (choice !== undefined && typeof valueAt(document, path) === 'string')
    return problemOf(choice, document, path);
  return { key: 'wrong-form', path, values: { found } };
}

function valueAt(document: unknown, path: Path): unknown {
  let at = document;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at;
}

const longest = 40;

/** A value as a message can name it: short, as it is in the file. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string' && value.length > longest) return JSON.stringify(shortened(value));
  return JSON.stringify(value) ?? String(value);
}

/** A text of the file as a message can hold it. */
export function shortened(text: string): string {
  return text.length > longest ? `${headOf(text, longest - 1)}…` : text;
}
