import type { Patch } from './changes';

/** Whether two JSON values say the same, whatever the order of their fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}

/** The object with one field set, or without it (`undefined`); the same object where that changes nothing. */
export function withField<T extends object, K extends keyof T>(owner: T, key: K, value: T[K] | undefined): T {
  if (value === undefined) {
    if (!Object.hasOwn(owner, key)) return owner;
    const rest = { ...owner };
    delete rest[key];
    return rest;
  }
  if (Object.hasOwn(owner, key) && sameValue(owner[key], value)) return owner;
  return { ...owner, [key]: value };
}

const plainField = { writable: true, enumerable: true, configurable: true } as const;

/**
 * The object with the patch's fields set and those that are `null` taken away; fields that are left alone keep their
 * place and their references. `id` and the fields named in `required` cannot be taken away, nor `id` set.
 */
export function patched<T extends object>(
  value: T,
  patch: { readonly [K in keyof T]?: T[K] | null },
  required: readonly string[] = [],
): T {
  // Copied once, at the first field that differs: a record of many places is patched as one.
  let copy: T | null = null;
  for (const key of Object.keys(patch) as (keyof T & string)[]) {
    const field = patch[key];
    if (key === 'id' || field === undefined || (field === null && required.includes(key))) continue;
    const has = Object.hasOwn(copy ?? value, key);
    if (field === null ? !has : has && sameValue((copy ?? value)[key], field)) continue;
    copy ??= { ...value };
    if (field === null) delete copy[key];
    // Defined and not set, for an id may be called __proto__.
    else Object.defineProperty(copy, key, { value: field, ...plainField });
  }
  return copy ?? value;
}

/** As `patched`, of an object that may be missing: it is made when needed and goes when nothing is left in it. */
export function patchedOptional<T extends object>(value: T | undefined, patch: Patch<T>): T | undefined {
  const next = patched(value ?? ({} as T), patch);
  return Object.keys(next).length === 0 ? undefined : next;
}

/** The list with one item replaced by what `change` makes of it; the same list where nothing changes. */
export function withItem<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  if (item === undefined) return list;
  const next = change(item);
  return next === item ? list : list.with(at, next);
}

/** Every item through `change`, those for which it gives `null` left out; the same list where nothing changes. */
export function mapped<T>(list: readonly T[], change: (item: T) => T | null): readonly T[] {
  const next = list.map(change).filter((item) => item !== null);
  return next.length === list.length && next.every((item, at) => item === list[at]) ? list : next;
}

/** The list, or `undefined` in place of an empty one, so that a sparse document stays sparse. */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** The record without some of its keys; the same where it has none of them, `undefined` where nothing is left. */
export function without<V>(
  record: Readonly<Record<string, V>> | undefined,
  gone: ReadonlySet<string>,
): Readonly<Record<string, V>> | undefined {
  if (record === undefined) return undefined;
  const kept = Object.entries(record).filter(([key]) => !gone.has(key));
  if (kept.length === Object.keys(record).length) return record;
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
