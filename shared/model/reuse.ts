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
  let isSame = fields.length === Object.keys(previous).length;
  let made: Map<string, unknown> | null = null;
  for (const field of fields) {
    const isKnown = Object.hasOwn(previous, field);
    const before = isKnown ? previous[field] : undefined;
    const value = reused(before, next[field]);
    isSame &&= isKnown && before === value;
    if (value === next[field]) continue;
    made ??= new Map(Object.entries(next));
    made.set(field, value);
  }
  return isSame ? previous : made === null ? next : Object.fromEntries(made);
}

/** Members with an id are compared with the one of that id, others with the one at their place. */
function reusedList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let byId: Map<unknown, unknown> | null = null;
  let isSame = next.length === previous.length;
  const made = next.map((member, i) => {
    const id = idOf(member);
    let before = previous[i];
    if (id !== undefined && id !== idOf(before)) {
      byId ??= membersById(previous);
      before = byId.get(id);
    }
    const value = reused(before, member);
    isSame &&= value === previous[i];
    return value;
  });
  return isSame ? previous : made;
}

function membersById(members: readonly unknown[]): Map<unknown, unknown> {
  const byId = new Map<unknown, unknown>();
  for (const member of members) if (idOf(member) !== undefined) byId.set(idOf(member), member);
  return byId;
}

const idOf = (member: unknown): unknown => (isObject(member) ? member['id'] : undefined);
