/** Sets of small whole numbers as words of 32 bits; all sets of one family have the same number of words. */
export type Bits = Int32Array;

export const wordsFor = (count: number): number => (count + 31) >>> 5;

export function addBit(set: Bits, item: number): void {
  const word = item >>> 5;
  set[word] = (set[word] as number) | (1 << (item & 31));
}

export function removeBit(set: Bits, item: number): void {
  const word = item >>> 5;
  set[word] = (set[word] as number) & ~(1 << (item & 31));
}

export const hasBit = (set: Bits, item: number): boolean =>
  (((set[item >>> 5] as number) >>> (item & 31)) & 1) === 1;

/** Adds all of `other` to `set`. */
export function addBits(set: Bits, other: Bits): void {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] as number) | (other[i] as number);
}

/** The members of a set in ascending order. */
export function membersOf(set: Bits): number[] {
  const members: number[] = [];
  for (let i = 0; i < set.length; i++)
    for (let word = set[i] as number; word !== 0; word &= word - 1)
      members.push(32 * i + 31 - Math.clz32(word & -word));
  return members;
}
