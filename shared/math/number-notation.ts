/** Which of the two marks groups thousands where the person lives; null where neither does. */
export type GroupMark = '.' | ',' | null;

/** A number as it was written. */
export interface WrittenNumber {
  readonly value: number;
  /** What it would be with its only mark read the other way: as a decimal mark instead of a group mark, or the reverse. */
  readonly other?: number;
}

const apostrophe = "'";

/**
 * The same text in plain characters: full-width, Arabic and Persian digits and marks as Latin ones, every apostrophe that groups
 * as `'`, any run of spaces as one space, minus signs as `-`, and no invisible ones.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066a', '%')
    .replace(/[’ʼ\u066c]/g, apostrophe)
    .replace(/[−–]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ');
}

/** The characters that a number in plain characters is written with, as the body of a class of a regular expression. */
export const numberCharacters = "\\d.,\u066b_' ";

const threes = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:[${mark}]\\d{3})+$`);
const grouped: ReadonlyMap<string, RegExp> = new Map(
  ['.', ',', ' ', '_', apostrophe].map((mark) => [mark, threes(mark)]),
);
/** Lakh and crore: 12,34,567. */
const indian = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

function isWhole(digits: string): boolean {
  const mark = /\D/.exec(digits)?.[0];
  return mark === undefined || grouped.get(mark)?.test(digits) === true || indian.test(digits);
}

/** One mark with one to three digits before it and three behind: a thousand and more, or a number with three decimals. */
const inDoubt = /^[1-9]\d{0,2}([.,])\d{3}$/;

/** Where the decimals begin, or −1; a mark that may be either is taken for a group mark where it is `groupMark`. */
function decimalMarkAt(digits: string, groupMark: GroupMark): number {
  const marks = new Set(digits.replace(/\d/g, ''));
  const arabic = digits.indexOf('\u066b');
  if (arabic >= 0) return arabic;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits[last];
  if (mark === undefined || (marks.has('.') && marks.has(','))) return last;
  if (digits.indexOf(mark) < last) return -1;
  return inDoubt.test(digits) && mark === groupMark ? -1 : last;
}

function numberOf(digits: string, exponent: string, groupMark: GroupMark): number {
  const at = decimalMarkAt(digits, groupMark);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const decimals = at < 0 ? '' : digits.slice(at + 1);
  if (!isWhole(whole) || !/^\d*$/.test(decimals) || whole + decimals === '') return Number.NaN;
  return Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}${exponent}`);
}

/**
 * Reads a number in plain characters, without a sign: `1 000`, `1'000`, `1,000.5`, `1.000,5`, `12,34,567`, `1,5`, `.5`, `1e3`. A comma or
 * a point that may be either, as in `1,234`, groups where it is `groupMark` and begins the decimals elsewhere; `other` then has the
 * other reading. Null where it is no number.
 */
export function readNumberNotation(written: string, groupMark: GroupMark): WrittenNumber | null {
  const [, digits = '', exponent = ''] = /^(.*?)(e[+-]?\d+)?$/i.exec(written.trim()) ?? [];
  const mark = exponent === '' ? inDoubt.exec(digits)?.[1] : undefined;
  const value = numberOf(digits, exponent, mark === undefined ? null : groupMark);
  if (Number.isNaN(value)) return null;
  if (mark !== '.' && mark !== ',') return { value };
  return { value, other: numberOf(digits, exponent, mark === groupMark ? null : mark) };
}
