import type { Bits } from './bit-set';

/** Many sets of small whole numbers of one family, a row of `words` words of 32 bits each. */
export interface BitRows {
  readonly words: number;
  readonly data: Int32Array;
}

export const bitRows = (rows: number, words: number): BitRows => ({
  words,
  data: new Int32Array(rows * words),
});

/** One row as a set; it changes with the row. */
export const bitsOf = ({ words, data }: BitRows, row: number): Bits =>
  data.subarray(row * words, (row + 1) * words);

export function addToRow({ words, data }: BitRows, row: number, item: number): void {
  const at = row * words + (item >>> 5);
  data[at] = (data[at] as number) | (1 << (item & 31));
}

/** Adds all of the row `from` to the row `into`. */
export function addRow({ words, data }: BitRows, into: number, from: number): void {
  const a = into * words;
  const b = from * words;
  for (let i = 0; i < words; i++) data[a + i] = (data[a + i] as number) | (data[b + i] as number);
}

/** Whether a row and a set have no member in common. */
export function isRowDisjoint({ words, data }: BitRows, row: number, set: Bits): boolean {
  const from = row * words;
  for (let i = 0; i < words; i++) if (((data[from + i] as number) & (set[i] as number)) !== 0) return false;
  return true;
}

export const rowHas = ({ words, data }: BitRows, row: number, item: number): boolean =>
  (((data[row * words + (item >>> 5)] as number) >>> (item & 31)) & 1) === 1;

/** How many members all rows have together. */
export function memberCount({ data }: BitRows): number {
  let count = 0;
  for (let i = 0; i < data.length; i++)
    for (let word = data[i] as number; word !== 0; word &= word - 1) count += 1;
  return count;
}
