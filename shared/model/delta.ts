/** A member of a record that differs; where it is in only one of the two, its place among the record's members there. */
interface FieldDelta {
  readonly field: string;
  readonly delta: Delta;
  readonly at: number;
}

/**
 * What differs between two values of JSON that share most of what they hold: it refers to what differs alone, so that keeping many
 * costs little. `undefined` represents what is not there. Each can be applied in both directions.
 */
export type Delta =
  | { readonly kind: 'value'; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'record'; readonly fields: readonly FieldDelta[] }
  /** Members of a list that are replaced, the length being the same. */
  | {
      readonly kind: 'members';
      readonly members: readonly {
        readonly at: number;
        readonly before: unknown;
        readonly after: unknown;
      }[];
    }
  /** A run of a list that is replaced by another. */
  | {
      readonly kind: 'run';
      readonly at: number;
      readonly before: readonly unknown[];
      readonly after: readonly unknown[];
    };

export type Direction = 'forward' | 'backward';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records inside of records are compared down to here: a design, its parts, their lists and tables. Deeper ones are kept whole. */
const deepestRecord = 3;

/** What leads from one value to another, compared by reference; null where they are the same. */
export function deltaBetween(before: unknown, after: unknown, depth = 0): Delta | null {
  if (Object.is(before, after)) return null;
  if (depth < deepestRecord && isRecord(before) && isRecord(after)) return recordDelta(before, after, depth);
  if (Array.isArray(before) && Array.isArray(after)) return listDelta(before, after);
  return { kind: 'value', before, after };
}

function recordDelta(before: Fields, after: Fields, depth: number): Delta | null {
  const fields: FieldDelta[] = [];
  for (const [at, field] of Object.keys(before).entries()) {
    const now = Object.hasOwn(after, field) ? after[field] : undefined;
    const delta = deltaBetween(before[field], now, depth + 1);
    if (delta !== null) fields.push({ field, delta, at });
  }
  for (const [at, field] of Object.keys(after).entries())
    if (!Object.hasOwn(before, field))
      fields.push({ field, delta: { kind: 'value', before: undefined, after: after[field] }, at });
  return fields.length === 0 ? null : { kind: 'record', fields };
}

function listDelta(before: readonly unknown[], after: readonly unknown[]): Delta | null {
  if (before.length === after.length) {
    const members = after.flatMap((member, at) =>
      Object.is(before[at], member) ? [] : [{ at, before: before[at], after: member }],
    );
    return members.length === 0 ? null : { kind: 'members', members };
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && Object.is(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && Object.is(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return {
    kind: 'run',
    at: start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

/** The value that a delta leads to, from the one that it was made of; what does not differ is shared with it. */
export function applyDelta<T>(value: T, delta: Delta, direction: Direction): T {
  return applied(value, delta, direction) as T;
}

function applied(value: unknown, delta: Delta, direction: Direction): unknown {
  const isForward = direction === 'forward';
  switch (delta.kind) {
    case 'value':
      return isForward ? delta.after : delta.before;
    case 'record':
      return appliedToRecord(value as Fields, delta.fields, direction);
    case 'members': {
      const list = [...(value as readonly unknown[])];
      for (const member of delta.members) list[member.at] = isForward ? member.after : member.before;
      return list;
    }
    case 'run': {
      const [from, to] = isForward ? [delta.before, delta.after] : [delta.after, delta.before];
      const list = value as readonly unknown[];
      return [...list.slice(0, delta.at), ...to, ...list.slice(delta.at + from.length)];
    }
  }
}

function appliedToRecord(record: Fields, fields: readonly FieldDelta[], direction: Direction): Fields {
  const next = new Map(Object.entries(record));
  const added: { readonly field: string; readonly value: unknown; readonly at: number }[] = [];
  for (const { field, delta, at } of fields) {
    const value = applied(next.get(field), delta, direction);
    if (value === undefined) next.delete(field);
    else if (next.has(field)) next.set(field, value);
    else added.push({ field, value, at });
  }
  if (added.length === 0) return Object.fromEntries(next);
  const entries = [...next];
  for (const { field, value, at } of added.sort((a, b) => a.at - b.at)) entries.splice(at, 0, [field, value]);
  return Object.fromEntries(entries);
}

const bytesOfObject = 48;
const bytesOfField = 24;

/** About how many bytes a delta keeps from being freed: what only one of both sides holds. */
export function bytesOf(delta: Delta): number {
  switch (delta.kind) {
    case 'value':
      return bytesBetween(delta.before, delta.after);
    case 'record':
      return delta.fields.reduce(
        (sum, { delta: inner }) => sum + bytesOfField + bytesOf(inner),
        bytesOfObject,
      );
    case 'members':
      return delta.members.reduce(
        (sum, { before, after }) => sum + bytesOfObject + bytesBetween(before, after),
        bytesOfObject,
      );
    case 'run':
      return bytesBetween(delta.before, undefined) + bytesBetween(delta.after, undefined);
  }
}

function bytesBetween(before: unknown, after: unknown): number {
  if (Object.is(before, after)) return 0;
  return bytesIn(before, after) + bytesIn(after, before);
}

/** Of a value, without what another holds at the same place. */
function bytesIn(value: unknown, other: unknown): number {
  if (Object.is(value, other) || value === undefined) return 0;
  if (typeof value === 'string') return bytesOfField + 2 * value.length;
  if (typeof value !== 'object' || value === null) return bytesOfField;
  const others = typeof other === 'object' && other !== null ? (other as Fields) : {};
  let sum = bytesOfObject;
  for (const [field, member] of Object.entries(value))
    sum += bytesOfField + bytesIn(member, Object.hasOwn(others, field) ? others[field] : undefined);
  return sum;
}
