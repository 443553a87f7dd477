/**
 * `next` with every part that says the same as in `previous` being that very object: what a copy of an edited document shares
 * with the one before is found again. For values of JSON; takes time in proportion to their size.
 */
export function reuse<T>(previous: unknown, next: T): T {
  return reused(previous, next) as T;
}

function reused(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (!isObject(previous) || !isObject(next)) return next;
  if (Array.isArray(next)) return Array.isArray(previous) ? reusedList(previous, next) : next;
  return Array.isArray(previous) ? next : reusedRecord(previous, next);
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function reusedRecord(previous: Fields, next: Fields): Fields {
  const fields = Object.keys(next);
  const before = (field: string): unknown => (Object.hasOwn(previous, field) ? previous[field] : undefined);
  const values = fields.map((field) => reused(before(field), next[field]));
  const isSame =
    fields.length === Object.keys(previous).length &&
    fields.every((field, i) => Object.hasOwn(previous, field) && previous[field] === values[i]);
  return isSame ? previous : Object.fromEntries(fields.map((field, i) => [field, values[i]]));
}

/** Members with an id are compared with the one of that id, others with the one at their place. */
function reusedList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byId = new Map<unknown, unknown>();
  if (next.some((member, i) => idOf(member) !== idOf(previous[i])))
    for (const member of previous) if (idOf(member) !== undefined) byId.set(idOf(member), member);
  const made = next.map((member, i) => {
    const id = idOf(member);
    return reused(id === undefined || id === idOf(previous[i]) ? previous[i] : byId.get(id), member);
  });
  const isSame = made.length === previous.length && made.every((member, i) => member === previous[i]);
  return isSame ? previous : made;
}

const idOf = (member: unknown): unknown => (isObject(member) ? member.id : undefined);
