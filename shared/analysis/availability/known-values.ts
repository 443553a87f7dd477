import type { Bits } from '../../math/bit-set';

/** Values of one node's visits, each found under other decisions on the components below the node. */
export interface KnownValues {
  readonly below: Bits;
  /** The words of `below` that hold a component. */
  readonly words: readonly number[];
  /** For each value the bits of those words that are up, then those that are down. */
  readonly keys: number[];
  readonly values: number[];
  /** The newest value of each hash, and for each value the one before it of the same hash; −1 where there is none. */
  readonly newest: Map<number, number>;
  readonly before: number[];
}

export const noValues = (below: Bits): KnownValues => ({
  below,
  words: Array.from(below.keys()).filter((word) => below[word] !== 0),
  keys: [],
  values: [],
  newest: new Map(),
  before: [],
});

function hashOf({ below, words }: KnownValues, up: Bits, down: Bits): number {
  let hash = 0;
  for (const word of words) {
    const mask = below[word] as number;
    hash = Math.imul(hash ^ (mask & (up[word] as number)), 0x9e3779b1);
    hash = Math.imul((hash ^ (hash >>> 15)) + (mask & (down[word] as number)), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash;
}

function isAt({ below, words, keys }: KnownValues, at: number, up: Bits, down: Bits): boolean {
  let key = at * 2 * words.length;
  for (const word of words) {
    const mask = below[word] as number;
    if (keys[key] !== (mask & (up[word] as number))) return false;
    if (keys[key + 1] !== (mask & (down[word] as number))) return false;
    key += 2;
  }
  return true;
}

/** The value found under decisions that are the same where they bear on the node; −1 where there is none. */
export function valueUnder(known: KnownValues, up: Bits, down: Bits): number {
  let at = known.newest.get(hashOf(known, up, down)) ?? -1;
  while (at >= 0 && !isAt(known, at, up, down)) at = known.before[at] as number;
  return at < 0 ? -1 : (known.values[at] as number);
}

export function learnValue(known: KnownValues, up: Bits, down: Bits, value: number): void {
  const { below, words, keys, values, newest, before } = known;
  const hash = hashOf(known, up, down);
  before.push(newest.get(hash) ?? -1);
  newest.set(hash, values.length);
  values.push(value);
  for (const word of words) {
    const mask = below[word] as number;
    keys.push(mask & (up[word] as number), mask & (down[word] as number));
  }
}

/** Whether nothing has been found about the node. */
export const isUntouched = (known: KnownValues | undefined): boolean =>
  known === undefined || known.values.length === 0;
