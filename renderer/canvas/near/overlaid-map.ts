/** A map over another one, which is neither copied nor changed. */
interface Overlay<T> {
  readonly base: ReadonlyMap<string, T>;
  readonly over: ReadonlyMap<string, T>;
}

const overlays = new WeakMap<ReadonlyMap<string, unknown>, Overlay<unknown>>();

/** What a map lies over, for who knows the base already; undefined for one that lies over none. */
export const overlayOf = <T>(map: ReadonlyMap<string, T>): Overlay<T> | undefined =>
  overlays.get(map) as Overlay<T> | undefined;

/**
 * `base` with the values of `over` in place of its own, for a drag that changes few of many with each movement. All of `over`
 * must be in `base`.
 */
export function overlaidMap<T>(
  base: ReadonlyMap<string, T>,
  over: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  function* entries(): MapIterator<[string, T]> {
    for (const [id, value] of base) yield [id, over.get(id) ?? value];
  }
  function* values(): MapIterator<T> {
    for (const [, value] of entries()) yield value;
  }
  const map: ReadonlyMap<string, T> = {
    size: base.size,
    has: (id) => base.has(id),
    get: (id) => over.get(id) ?? base.get(id),
    keys: () => base.keys(),
    values,
    entries,
    forEach(call) {
      for (const [id, value] of entries()) call(value, id, map);
    },
    [Symbol.iterator]: entries,
  };
  overlays.set(map, { base, over });
  return map;
}
