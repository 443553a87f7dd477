import { words } from '../math/message';
import { parseQuantity, type QuantityUnit } from '../math/parse-quantity';
import type { Quantity } from '../math/quantity';
import type { Estimate } from './problem';

export type EstimateUnit = Estimate['unit'];

/** What was typed for an estimate, read. `number`: there is no number in it; `unit`: one of another dimension. */
export type ReadEstimate =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly key: 'empty' | 'number' | 'unit' };

const fieldUnits: Readonly<Record<Exclude<EstimateUnit, 'bytes-per-second'>, QuantityUnit>> = {
  rps: 'rps',
  bytes: 'bytes',
  count: 'count',
  seconds: 'seconds',
  usd: 'usd',
};

/** Bytes a second of one Mbit/s. */
const bytesPerMbit = 125_000;

/** Longer texts are no estimate. */
const longestText = 200;

/**
 * Reads an estimate as people write one: '11.6k/s', '100M/month × 3', '39 links a second', '9 TB', '6 billion × 500 B = 3 TB',
 * '1.2 Gb/s', '5.8 MB/s', '62^7'. The value is in the base unit: requests a second, bytes, bytes a second, a count, seconds, US dollars a
 * month. Of an equation the last side counts. Never throws.
 */
export function readEstimate(text: string, unit: EstimateUnit): ReadEstimate {
  if (text.length > longestText) return { ok: false, key: 'number' };
  const side = plain(text.split(/[=≈]/).findLast((part) => part.trim() !== '') ?? '');
  if (side === '') return { ok: false, key: 'empty' };
  const whole = readIn(side, unit);
  if (whole.ok) return whole;
  return readProduct(side, unit) ?? whole;
}

/** The value of an estimate as a message holds it. */
export function estimateQuantity(value: number, unit: EstimateUnit): Quantity {
  switch (unit) {
    case 'rps':
      return { rps: value };
    case 'bytes':
      return { bytes: value };
    case 'bytes-per-second':
      return words('{bytes} a second', { bytes: { bytes: value } });
    case 'count':
      return { count: value };
    case 'seconds':
      return { seconds: value };
    case 'usd':
      return { usd: value };
  }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const magnitudeWords: readonly (readonly [RegExp, string])[] = [
  [/\bthousand\b/gi, 'k'],
  [/\b(million|mn|mio)\b/gi, 'M'],
  [/\b(billion|bn)\b/gi, 'B'],
  [/\btrillion\b/gi, 'T'],
];

const byteWords: Readonly<Record<string, string>> = {
  kilo: 'kB',
  mega: 'MB',
  giga: 'GB',
  tera: 'TB',
  peta: 'PB',
};

/** Without 'about', with words and powers as signs. */
function plain(text: string): string {
  const powers = text.replace(
    new RegExp(`[${superscripts}]+`, 'g'),
    (digits) => `^${[...digits].map((digit) => superscripts.indexOf(digit)).join('')}`,
  );
  const bytesNamed = powers.replace(
    /\b(kilo|mega|giga|tera|peta)bytes?\b/gi,
    (_, size: string) => byteWords[size.toLowerCase()] ?? '',
  );
  const named = magnitudeWords.reduce((so, [word, sign]) => so.replace(word, sign), bytesNamed);
  return named
    .replace(/(\d+(?:\.\d+)?)\s*\^\s*(\d{1,3})/g, (_, base: string, power: string) =>
      String(Number(base) ** Number(power)),
    )
    .replace(/(\d)\s+([kMBT])(?=\s|\/|$)/g, '$1$2')
    .replace(/^(\s*(about|around|roughly|approximately|approx\.?|circa|ca\.?|some|~|<|>|≤|≥))+\s*/i, '')
    .trim();
}

function readIn(text: string, unit: EstimateUnit): ReadEstimate {
  if (unit === 'bytes-per-second') return readBytesPerSecond(text);
  return readField(unit === 'rps' ? withoutNoun(text) : text, fieldUnits[unit]);
}

function readField(text: string, unit: QuantityUnit): ReadEstimate {
  const read = parseQuantity(text, unit);
  if (read.ok) return { ok: true, value: read.value };
  return { ok: false, key: read.key === 'range' ? 'number' : read.key };
}

const period = '(s|sec|seconds?|min|minutes?|h|hr|hours?|d|days?|w|weeks?|mo|months?|y|yr|years?)';

/** '39 new links a second' as '39 / second': of a rate only what it is in counts. */
const withoutNoun = (text: string): string =>
  text.replace(
    new RegExp(
      `^([\\d.,\\s]*\\d\\s*[kKMmBGT]?)\\b[\\p{L}\\s-]*?\\s*(?:/|\\bper\\b|\\ban?\\b|\\beach\\b|\\bevery\\b)\\s*${period}\\b`,
      'u',
    ),
    '$1/$2',
  );

/** Bits by their own units; bytes by a size over a time. */
function readBytesPerSecond(text: string): ReadEstimate {
  const bits = readField(text, 'mbps');
  if (bits.ok && /[bB]/.test(text)) return { ok: true, value: bits.value * bytesPerMbit };
  const [, size = text, time = 'second', rest = ''] =
    new RegExp(`^(.*?)\\s*(?:/|\\bper\\b|\\ba\\b)\\s*${period}\\b(.*)$`, 'i').exec(text) ?? [];
  const amount = readField(`${size}${rest}`, 'bytes');
  const seconds = readField(`1 ${time}`, 'seconds');
  if (!amount.ok) return amount;
  return seconds.ok ? { ok: true, value: amount.value / seconds.value } : seconds;
}

/** Factors of which one has the unit, the last that can, and the others are counts; null where it is no product. */
function readProduct(text: string, unit: EstimateUnit): ReadEstimate | null {
  const factors = text.split(/\s*(?:×|\*|\bx\b|·)\s*/i);
  if (factors.length < 2) return null;
  const counts = factors.map((factor) => readField(factor, 'count'));
  const wholes = [...factors.keys()].reverse().flatMap((at) => {
    const measured = /\p{L}|\$/u.test(factors[at] ?? '') ? readIn(factors[at] ?? '', unit) : null;
    return measured === null ? [] : [counts.with(at, measured)];
  });
  const read = [...wholes, counts].find((whole) => whole.every(({ ok }) => ok));
  if (read === undefined) return { ok: false, key: 'unit' };
  const value = read.reduce((product, of) => product * (of.ok ? of.value : 1), 1);
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, key: 'number' };
}
