/** The lowest of them and of `most`. For lists of any length: spread as arguments, a hundred thousand overflow the stack. */
export function lowest(values: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const value of values) found = Math.min(found, value);
  return found;
}

/** The highest of them and of `least`, as `lowest`. */
export function highest(values: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const value of values) found = Math.max(found, value);
  return found;
}
