import type { Path, Problem } from './result';

/** How deep a document may nest; what is deeper is no design and could exhaust the stack of whoever walks it. */
export const deepest = 64;

/**
 * What keeps a value from being one JSON document that survives being printed and read: nesting deeper than `deepest`,
 * itself inside itself, a field named `__proto__`, numbers and objects that JSON does not have. `null` where nothing does.
 */
export function jsonProblem(value: unknown): Problem | null {
  return walk(value, [], new Set(), new Set());
}

function walk(value: unknown, path: Path, above: Set<object>, seen: Set<object>): Problem | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : notJson(path, String(value));
  if (typeof value !== 'object') return notJson(path, typeof value);
  if (above.has(value)) return { key: 'inside-itself', path, values: {} };
  if (seen.has(value)) return null;
  if (path.length >= deepest) return { key: 'too-deep', path: path.slice(0, 8), values: { deepest } };
  if (!isPlain(value)) return notJson(path, value.constructor?.name ?? 'object');
  seen.add(value);
  above.add(value);
  const problem = walkInside(value, path, above, seen);
  above.delete(value);
  return problem;
}

function walkInside(value: object, path: Path, above: Set<object>, seen: Set<object>): Problem | null {
  if (Array.isArray(value)) {
    // A list with holes or with fields beside its items is printed as another than it is.
    if (Object.keys(value).length !== value.length) return notJson(path, 'a list with holes or names');
    for (let at = 0; at < value.length; at += 1) {
      const problem = walk(value[at], [...path, at], above, seen);
      if (problem !== null) return problem;
    }
    return null;
  }
  for (const [key, field] of Object.entries(value)) {
    if (key === '__proto__') return { key: 'forbidden-field', path: [...path, key], values: { field: key } };
    const problem = walk(field, [...path, key], above, seen);
    if (problem !== null) return problem;
  }
  return null;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a worker, a test's sandbox) has that realm's Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const notJson = (path: Path, found: string): Problem => ({ key: 'not-json-value', path, values: { found } });
