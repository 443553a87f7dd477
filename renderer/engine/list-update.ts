/**
 * A list as it is sent to who has the one before: for each place the place of that member in the list before, or −1 where
 * the next of `fresh` stands. null where it is the same list.
 */
export type ListUpdate<T> = { readonly from: Int32Array; readonly fresh: readonly T[] } | null;

export function listUpdate<T>(before: readonly T[], next: readonly T[]): ListUpdate<T> {
  if (before === next) return null;
  let places: Map<T, number> | undefined;
  const placeOf = (member: T, at: number): number => {
    if (before[at] === member) return at;
    places ??= new Map(before.map((of, place) => [of, place]));
    return places.get(member) ?? -1;
  };
  const from = Int32Array.from(next, placeOf);
  return { from, fresh: next.filter((_, at) => from[at] === -1) };
}

export function listAfter<T>(before: readonly T[], update: ListUpdate<T>): readonly T[] {
  if (update === null) return before;
  const { from, fresh } = update;
  let taken = 0;
  return Array.from(from, (place) => {
    const member = place === -1 ? fresh[taken++] : before[place];
    if (member === undefined) throw new RangeError('An update of another list.');
    return member;
  });
}
