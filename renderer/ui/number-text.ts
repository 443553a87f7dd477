import { formatNumber } from '../../shared/math/format';
import type { GroupMark } from '../../shared/math/number-notation';
import { parseQuantity, type QuantityUnit } from '../../shared/math/parse-quantity';
import type { Quantity } from '../../shared/math/quantity';
import { magnitudes } from '../../shared/model/limits';
import { countText, exactText, quantityText } from '../words/figures';
import { language } from '../words/language';
import { t } from '../words/t';

/** What a number field takes: the unit of its value and the bounds that the document sets. */
export interface NumberShape {
  readonly unit: QuantityUnit;
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** The largest value of each unit that a document may hold, where a field does not set a lower bound. */
const mostOf: Readonly<Record<QuantityUnit, number>> = {
  rps: magnitudes.rps,
  ms: magnitudes.ms,
  share: magnitudes.factor,
  count: magnitudes.count,
  factor: magnitudes.factor,
  bytes: magnitudes.bytes,
  seconds: magnitudes.seconds,
  usd: magnitudes.usd,
  mbps: magnitudes.mbps,
};

/** The value as a quantity; bandwidth has none of its own and is shown as a count with its unit. */
function quantityOf(value: number, unit: Exclude<QuantityUnit, 'mbps'>): Quantity {
  switch (unit) {
    case 'rps':
      return { rps: value };
    case 'ms':
      return { ms: value };
    case 'share':
      return { share: value };
    case 'count':
      return { count: value };
    case 'factor':
      return { factor: value };
    case 'bytes':
      return { bytes: value };
    case 'seconds':
      return { seconds: value };
    case 'usd':
      return { usd: value };
  }
}

/** The value with its unit, short. */
export const shortNumber = (value: number, unit: QuantityUnit): string =>
  unit === 'mbps' ? `${countText(value)} Mbit/s` : quantityText(quantityOf(value, unit));

/** The value as a field shows it while not edited: figure and unit. */
export function shownNumber(
  value: number,
  unit: QuantityUnit,
): { readonly figure: string; readonly unit: string } {
  const text = shortNumber(value, unit);
  const [, figure = text, mark = ''] = /^(.*)\s(\S+)$/.exec(text) ?? [];
  return { figure, unit: mark };
}

/** All significant digits, with the unit. */
export const exactNumber = (value: number, unit: QuantityUnit): string =>
  unit === 'mbps' ? `${formatNumber(value, language().numbers)} Mbit/s` : exactText(quantityOf(value, unit));

/**
 * The value as text to edit: rounded where that is exact, else with all digits; parsed again where
 * `groupMark` groups thousands it is the same number.
 */
export function editableNumber(value: number, unit: QuantityUnit, groupMark: GroupMark): string {
  const readsAs = (text: string): boolean => {
    const read = parseQuantity(text, unit, groupMark);
    return read.ok && read.value === value;
  };
  const percents = [12, 15, 16, 17].map((digits) => `${Number((value * 100).toPrecision(digits))} %`);
  const plain = String(value);
  // Where a point groups, 1.234 would be a thousand and more: a fourth decimal makes it a decimal point.
  // Nobody types the space that no line breaks at.
  const short = shortNumber(value, unit).replaceAll('\u00a0', ' ');
  const texts = [short, ...(unit === 'share' ? percents : []), plain, `${plain}0`];
  return texts.find(readsAs) ?? plain;
}

const examples: Readonly<Record<QuantityUnit, string>> = {
  rps: '4.2k, 100M/day',
  ms: '20 ms, 1.5 s',
  share: '70 %, 0.7',
  count: '12, 1.5k',
  factor: '×3, 1.5',
  bytes: '500 B, 16 GB',
  seconds: '90 s, 15 min, 7 d',
  usd: '$1.3k/mo',
  mbps: '500 Mbit/s, 10 Gbit/s',
};

export type ReadNumber =
  /** inDoubt: its only comma or point is ambiguous. */
  | { readonly ok: true; readonly value: number | null; readonly inDoubt?: true }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): ReadNumber => ({ ok: false, message });

/** Why a field does not accept a number; null where it does. */
function refusalOf(value: number, shape: NumberShape): string | null {
  const { unit, whole = false, min = 0, max = mostOf[shape.unit] } = shape;
  if (whole && !Number.isInteger(value)) return t('A whole number.');
  if (value < min) return t('At least {min}.', { min: shortNumber(min, unit) });
  if (value > max) return t('At most {max}.', { max: shortNumber(max, unit) });
  return null;
}

/**
 * The text as the field's value; empty is null. A refusal gives the reason and an example. An ambiguous number
 * is read by the locale, unless only the other reading fits the field.
 */
export function readNumber(text: string, shape: NumberShape, groupMark: GroupMark): ReadNumber {
  const { unit } = shape;
  const example = examples[unit];
  const read = parseQuantity(text, unit, groupMark);
  if (!read.ok) {
    if (read.key === 'empty') return { ok: true, value: null };
    if (read.key === 'number') return refuse(t('Not a number. Try {example}.', { example }));
    if (read.key === 'unit') return refuse(t('This unit does not fit. Try {example}.', { example }));
    return refuse(unit === 'share' ? t('Between 0 and 100 %.') : t('Not below 0.'));
  }
  const { value, other } = read;
  const refusal = refusalOf(value, shape);
  if (refusal === null) return other === undefined ? { ok: true, value } : { ok: true, value, inDoubt: true };
  if (other === undefined || refusalOf(other, shape) !== null) return refuse(refusal);
  return { ok: true, value: other, inDoubt: true };
}

/** The value one step up or down: about a tenth of its size, one for small counts, ten steps where `coarse`. */
export function steppedNumber(value: number, direction: 1 | -1, shape: NumberShape, coarse = false): number {
  const { unit, whole = false, min = 0, max = unit === 'share' ? 1 : mostOf[unit] } = shape;
  const magnitude = value > 0 ? 10 ** (Math.floor(Math.log10(value)) - 1) : whole ? 1 : 0.1;
  const fine = unit === 'share' ? 0.01 : whole ? Math.max(1, magnitude) : magnitude;
  const next = value + direction * fine * (coarse ? 10 : 1);
  const tidy = Number(next.toPrecision(10));
  return Math.min(max, Math.max(min, whole ? Math.round(tidy) : tidy));
}
