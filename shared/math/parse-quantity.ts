import { monthSeconds, yearSeconds } from './calendar';
import { type GroupMark, numberCharacters, plainCharacters, readNumberNotation } from './number-notation';

/** The units a number field can be in; the value is kept in the base unit: rps, ms, 0..1, –, –, bytes, s, USD a month, Mbit/s. */
export type QuantityUnit = 'rps' | 'ms' | 'share' | 'count' | 'factor' | 'bytes' | 'seconds' | 'usd' | 'mbps';

export type ParsedQuantity =
  /** other: the value where the only comma or point of what was typed were read the other way; left out where it can be read one way only. */
  | { readonly ok: true; readonly value: number; readonly other?: number }
  /** empty: nothing typed. number: no number in it. unit: a unit that does not fit. range: negative, or a share above 1. */
  | { readonly ok: false; readonly key: 'empty' | 'number' | 'unit' | 'range' };

type Factors = Readonly<Record<string, number>>;

const periods: Factors = {
  ms: 0.001,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  w: 604_800,
  week: 604_800,
  mo: monthSeconds,
  month: monthSeconds,
  y: yearSeconds,
  yr: yearSeconds,
  year: yearSeconds,
};

const durationsInSeconds: Factors = { ...periods, us: 1e-6, µs: 1e-6, μs: 1e-6, ns: 1e-9, m: 60 };
const magnitudes: Factors = { k: 1e3, K: 1e3, M: 1e6, m: 1e6, B: 1e9, b: 1e9, G: 1e9, T: 1e12, t: 1e12 };
const bytes: Factors = {
  b: 1,
  byte: 1,
  k: 1e3,
  kb: 1e3,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mib: 1024 ** 2,
  g: 1e9,
  gb: 1e9,
  gib: 1024 ** 3,
  t: 1e12,
  tb: 1e12,
  tib: 1024 ** 4,
  p: 1e15,
  pb: 1e15,
  pib: 1024 ** 5,
};
const bitRates: Factors = {
  tbps: 1e6,
  'tbit/s': 1e6,
  'tb/s': 1e6,
  mbps: 1,
  'mbit/s': 1,
  'mb/s': 1,
  gbps: 1000,
  'gbit/s': 1000,
  'gb/s': 1000,
  kbps: 0.001,
  'kbit/s': 0.001,
  'kb/s': 0.001,
};
const bitsPerByte = 8;
const callWords = new Set([
  '',
  'rps',
  'qps',
  'tps',
  'req',
  'request',
  'call',
  'message',
  'msg',
  'op',
  'event',
  'r',
]);

const fail = (key: 'empty' | 'number' | 'unit' | 'range'): ParsedQuantity => ({ ok: false, key });
const singular = (word: string) => (word.length > 3 ? word.replace(/s$/, '') : word);
const lookUp = (table: Factors, word: string) => (Object.hasOwn(table, word) ? table[word] : undefined);

/** Splits off a k, M, B, G or T that stands directly behind the number or before the unit's word. */
function magnitudeOf(words: string): readonly [factor: number, rest: string] {
  const match = /^([kKMmBbGTt])(?![A-Za-z])\s*/.exec(words);
  const factor = match === null ? undefined : lookUp(magnitudes, match[1] ?? '');
  if (match !== null && factor !== undefined) return [factor, words.slice(match[0].length)];
  const glued = /^([kKMBGT])(?=(rps|qps|tps|req|call|msg|op|event|r)\b)/.exec(words);
  return glued === null ? [1, words] : [lookUp(magnitudes, glued[1] ?? '') ?? 1, words.slice(1)];
}

/** 'rps', '/day', ' per month', 'requests/s' → calls per second for one; undefined where it is no rate. */
function rateFactor(words: string): number | undefined {
  const [magnitude, rest] = magnitudeOf(words);
  const [what = '', period] = rest
    .replace(/\bper\b/, '/')
    .split('/')
    .map((part) => part.trim().toLowerCase());
  if (!callWords.has(singular(what))) return undefined;
  if (period === undefined) return magnitude;
  const seconds = lookUp(periods, singular(period));
  return seconds === undefined || /^[rqt]ps$/.test(what) ? undefined : magnitude / seconds;
}

function usdFactor(words: string): number | undefined {
  const [magnitude, rest] = magnitudeOf(words);
  const [what = '', period = 'month'] = rest
    .replace(/\b(per|a)\b/, '/')
    .split('/')
    .map((part) => part.trim().toLowerCase());
  const seconds = lookUp(periods, singular(period));
  return (what === '' || what === '$' || what === 'usd') && seconds !== undefined
    ? (magnitude * monthSeconds) / seconds
    : undefined;
}

function durationFactor(words: string, baseSeconds: number): number | undefined {
  if (words === '') return 1;
  const seconds = lookUp(durationsInSeconds, singular(words.toLowerCase()));
  if (seconds !== undefined) return seconds / baseSeconds;
  const [magnitude, rest] = magnitudeOf(words);
  return rest === '' && magnitude !== 1 ? magnitude : undefined;
}

function plainFactor(words: string): number | undefined {
  const [magnitude, rest] = magnitudeOf(words);
  return rest === '' ? magnitude : undefined;
}

/** 'MB/s' is eight times 'Mb/s'. */
function bitRateFactor(words: string): number | undefined {
  if (words === '') return 1;
  const factor = lookUp(bitRates, words.toLowerCase());
  return factor !== undefined && /^[kKmMgGtT]B(?:\/s|ps)$/.test(words) ? factor * bitsPerByte : factor;
}

/** How much one of `words` is in the base unit. */
function factorOf(words: string, unit: QuantityUnit): number | undefined {
  switch (unit) {
    case 'rps':
      return rateFactor(words);
    case 'ms':
      return durationFactor(words, 0.001);
    case 'seconds':
      return durationFactor(words, 1);
    case 'bytes':
      return words === '' ? 1 : lookUp(bytes, singular(words.toLowerCase()));
    case 'mbps':
      return bitRateFactor(words);
    case 'usd':
      return usdFactor(words);
    case 'share':
      return words === '' ? 1 : words === '%' ? 0.01 : undefined;
    case 'factor':
      return words === '%' ? 0.01 : /^[x×]$/i.test(words) ? 1 : plainFactor(words);
    case 'count':
      return plainFactor(words);
  }
}

/** Longer texts are no numbers, and would take their time to be found none. */
const longestText = 200;

/** A number, its unit, and a factor behind it. */
const expression = new RegExp(
  `^([${numberCharacters}]*\\d[.,]?(?:e[+-]?\\d+)?)\\s*([^×*]*?)\\s*(?:(?:×|\\*|\\bx(?=\\s*\\d))\\s*([${numberCharacters}]*\\d[.,]?))?$`,
  'i',
);

/** value × factor; for a power of ten as it is written, since 99.955 × 0.01 and 99.955 ÷ 100 are 0.9995499999999999. */
function times(value: number, factor: number): number {
  const exponent = Math.round(Math.log10(factor));
  if (Number(`1e${exponent}`) !== factor) return value * factor;
  const [digits = '', own = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(own) + exponent}`);
}

/** So many of a unit in the base unit; a share above 1 that names no unit is in percent. */
function amountOf(value: number, words: string, factor: number, unit: QuantityUnit): number {
  const amount = times(value, factor);
  return unit === 'share' && words === '' && amount > 1 ? times(amount, 0.01) : amount;
}

/**
 * Reads what a person types into a number field: '4.2k', '100M/month ×3', '20 ms', '1.5s', '70%', '$1.3k/mo', '16 GiB', '1 000,5'. A
 * number without a unit is in the base unit, a share above 1 in percent. A year has 365.25 days, a month a twelfth of them; k, M, B are
 * powers of a thousand. A single comma or point with three digits behind it groups thousands where it is `groupMark`; in a share,
 * which has no thousands, it never does. Never throws; what it cannot read is an error value.
 */
export function parseQuantity(text: string, unit: QuantityUnit, groupMark: GroupMark = ','): ParsedQuantity {
  if (text.trim().length > longestText) return fail('number');
  const plain = plainCharacters(text)
    .trim()
    .replace(/^\+\s*/, '');
  const trimmed = unit === 'usd' ? plain.replace(/^(?:us)?\$\s*/i, '') : plain;
  if (trimmed === '') return fail('empty');
  if (/^-\s*(?:\$\s*)?[\d.,]/.test(trimmed)) return fail('range');
  const bare = unit === 'factor' ? trimmed.replace(/^[x×*]\s*/i, '') : trimmed;
  const [, number, words = '', factorBehind] = expression.exec(bare) ?? [];
  if (number === undefined) return fail('number');
  const marks = unit === 'share' ? null : groupMark;
  const written = readNumberNotation(number, marks);
  const multiple = factorBehind === undefined ? { value: 1 } : readNumberNotation(factorBehind, marks);
  if (written === null || multiple === null) return fail('number');
  const factor = factorOf(words, unit);
  if (factor === undefined) return fail('unit');
  const value = amountOf(written.value, words, factor, unit) * multiple.value;
  if (!Number.isFinite(value) || (unit === 'share' && value > 1)) return fail('range');
  if (unit === 'share' || (written.other ?? multiple.other) === undefined) return { ok: true, value };
  const other =
    amountOf(written.other ?? written.value, words, factor, unit) * (multiple.other ?? multiple.value);
  return { ok: true, value, other };
}
