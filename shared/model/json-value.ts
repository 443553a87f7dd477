import { counts } from './limits';
import type { Path, Problem } from './result';

/**
 * What keeps a value from being one JSON document that survives being printed and read: nesting deeper than `counts.nesting`, more
 * than `counts.values` values, itself inside itself, a field named `__proto__` where fields are not ids, numbers and objects that
 * JSON does not have. `null` where nothing does.
 */
export function jsonProblem(value: unknown): Problem | null {
  return walk(value, { path: [], above: new Set(), seen: new Set(), values: 0 });
}

interface Walk {
  /** Where it is, outermost first. */
  readonly path: (string | number)[];
  /** The objects and lists that the value is in. */
  readonly above: Set<object>;
  readonly seen: Set<object>;
  values: number;
}

function walk(value: unknown, state: Walk): Problem | null {
  const { path, above, seen } = state;
  state.values += 1;
  if (state.values > counts.values)
    return { key: 'too-many-values', path: [], values: { most: counts.values } };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : notJson(path, String(value));
  if (typeof value !== 'object') return notJson(path, typeof value);
  if (above.has(value)) return { key: 'inside-itself', path: [...path], values: {} };
  if (seen.has(value)) return null;
  if (path.length >= counts.nesting)
    return { key: 'too-deep', path: path.slice(0, 8), values: { deepest: counts.nesting } };
  if (!isPlain(value)) return notJson(path, value.constructor?.name ?? 'object');
  seen.add(value);
  above.add(value);
  const problem = Array.isArray(value) ? walkList(value, state) : walkFields(value, state);
  above.delete(value);
  return problem;
}

function walkInside(step: string | number, value: unknown, state: Walk): Problem | null {
  state.path.push(step);
  const problem = walk(value, state);
  state.path.pop();
  return problem;
}

function walkList(list: readonly unknown[], state: Walk): Problem | null {
  // A list with holes or with fields beside its items is printed as another than it is.
  if (Object.keys(list).length !== list.length) return notJson(state.path, 'a list with holes or names');
  for (let at = 0; at < list.length; at += 1) {
    const problem = walkInside(at, list[at], state);
    if (problem !== null) return problem;
  }
  return null;
}

function walkFields(value: object, state: Walk): Problem | null {
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) {
    if (key === '__proto__' && !isKeyedById(state.path))
      return { key: 'forbidden-field', path: [...state.path, key], values: { field: key } };
    const problem = walkInside(key, fields[key], state);
    if (problem !== null) return problem;
  }
  return null;
}

const keyedById: ReadonlySet<string> = new Set([
  'system.practices',
  'layout.nodes',
  'layout.groups',
  'layout.edges',
  'writing.sections',
]);

/** Whether the fields of the object at this place are named by ids, among which `__proto__` is one like any other. */
function isKeyedById(path: Path): boolean {
  if (path.length === 2) return keyedById.has(path.join('.'));
  return (
    path.length === 5 &&
    path[0] === 'system' &&
    path[1] === 'nodes' &&
    path[3] === 'config' &&
    path[4] === 'hitRates'
  );
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a worker, a test's sandbox) has that realm's Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const notJson = (path: Path, found: string): Problem => ({
  key: 'not-json-value',
  path: [...path],
  values: { found },
});
