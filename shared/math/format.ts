import { meetsAvailability } from './availability';
import { yearSeconds } from './calendar';
import { englishNumbers, type NumberStyle } from './number-style';

/** Shown for a figure that does not exist, such as the latency of a saturated flow. */
export const noFigure = '–';

type Scale = readonly (readonly [size: number, mark: string])[];

const thousands: Scale = [
  [1, ''],
  [1e3, 'k'],
  [1e6, 'M'],
  [1e9, 'B'],
  [1e12, 'T'],
];
const byteSizes: Scale = [
  [1, ' B'],
  [1e3, ' kB'],
  [1e6, ' MB'],
  [1e9, ' GB'],
  [1e12, ' TB'],
  [1e15, ' PB'],
];
const durations: Scale = [
  [1, ' s'],
  [60, ' min'],
  [3600, ' h'],
  [86_400, ' d'],
  [yearSeconds, ' y'],
];

/** Rounds to `decimals` and drops trailing zeros: 11.0 → '11', 0.50 → '0.5'. */
function rounded(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return decimals > 0 ? text.replace(/\.?0+$/, '') : text;
}

/** Two significant digits under 1, one decimal under `oneDecimalBelow`, whole above: at most three digits for a scaled value. */
function short(value: number, oneDecimalBelow: number): string {
  if (value === 0) return '0';
  if (value >= oneDecimalBelow) return rounded(value, 0);
  if (value >= 1) return rounded(value, 1);
  const decimals = Math.min(12, 1 - Math.floor(Math.log10(value)));
  return rounded(value, decimals);
}

/** Digits with a point as the style writes them. */
const inStyle = (digits: string, style: NumberStyle): string =>
  style.decimal === '.' ? digits : digits.replace('.', style.decimal);

const unitIn = (unit: string, { units }: NumberStyle): string => units.get(unit) ?? unit;

/** The largest unit of the scale that the value fills, after rounding: 999.7 is '1k', not '1000'. */
function scaled(
  value: number,
  scale: Scale,
  oneDecimalBelow: (index: number) => number,
  style: NumberStyle,
): string {
  let best = '';
  for (let i = 0; i < scale.length; i += 1) {
    const [size, mark] = scale[i] ?? [1, ''];
    const text = short(value / size, oneDecimalBelow(i));
    best = inStyle(text, style) + unitIn(mark, style);
    const next = scale[i + 1];
    if (next === undefined || Math.max(value, Number(text) * size) < next[0]) break;
  }
  return best;
}

function signed(value: number, format: (magnitude: number) => string): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? noFigure : value > 0 ? '∞' : '−∞';
  return value < 0 ? `−${format(-value)}` : format(value);
}

/** Plain under a thousand with one decimal under 10, then one decimal under 100: 2.5, 116, 4.2k, 11.6k, 116k. */
const shortThousands = (value: number, style: NumberStyle) =>
  scaled(value, thousands, (i) => (i === 0 ? 10 : 100), style);

/** A number that is not rounded: 12345, 0.25. */
export function formatNumber(value: number, style: NumberStyle = englishNumbers): string {
  return inStyle(String(value), style);
}

/** Calls per second without their unit: 0.4, 116, 4.2k, 11.6k, 1.2M. */
export function formatRps(rps: number, style: NumberStyle = englishNumbers): string {
  return signed(rps, (value) => shortThousands(value, style));
}

/** Calls per second with their unit: '11.6k rps'. */
export function formatRate(rps: number, style: NumberStyle = englishNumbers): string {
  return formatRps(rps, style) + unitIn(' rps', style);
}

/** A count; whole ones are written out up to 9999: 6, 2.5, 1200, 12.5k. */
export function formatCount(count: number, style: NumberStyle = englishNumbers): string {
  return signed(count, (value) =>
    Number.isInteger(value) && value < 10_000 ? String(value) : shortThousands(value, style),
  );
}

/** A duration in seconds with its unit: '0.5 s', '15 min', '1.5 h', '30 d', '5 y'. */
export function formatSeconds(seconds: number, style: NumberStyle = englishNumbers): string {
  return signed(seconds, (value) =>
    value < 1 && value > 0 ? formatMs(value * 1000, style) : scaled(value, durations, () => 10, style),
  );
}

/** Below a microsecond a time is what a formula left of nothing, or nothing to what is beside it. */
const leastMs = 1e-3;

/** A duration in milliseconds with its unit: '<0.001 ms', '0.05 ms', '0.5 ms', '6.1 ms', '12 ms', '1.2 s', '15 min'. */
export function formatMs(ms: number, style: NumberStyle = englishNumbers): string {
  return signed(ms, (value) => {
    if (value > 0 && value < leastMs) return `<${inStyle(String(leastMs), style)}${unitIn(' ms', style)}`;
    return value < 999.5
      ? inStyle(short(value, 9.95), style) + unitIn(' ms', style)
      : scaled(value / 1000, durations, () => 10, style);
  });
}

/** What rounding leaves between a share and 1. */
const dust = 1e-12;

/** A share near 1 with two significant digits of what is missing, rounded down, so that it never reads better than it is. */
function nearOne(share: number, style: NumberStyle): string {
  if (1 - share <= dust) return `100${style.percent}`;
  const missingPercent = (1 - share) * 100;
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(missingPercent) + 1e-9)));
  const step = 10 ** -decimals;
  // 1 − 0.9995 carries binary dust; without the allowance it would be rounded up to a worse figure than was written.
  const missing = Math.ceil(missingPercent / step - 1e-6) * step;
  return inStyle(rounded(100 - missing, decimals), style) + style.percent;
}

/** More nines than the availabilities that were put in can support. */
const leastMissing = 1e-5;

/**
 * A computed availability in percent with two significant digits of what is missing, rounded down: 0.9995 → '99.95 %', 0.99967 →
 * '99.967 %'; above five nines '>99.999 %', and 100 % where it meets a target of 1.
 */
export function formatAvailability(share: number, style: NumberStyle = englishNumbers): string {
  if (!(share > 0.5 && share <= 1)) return plainShare(share, style);
  if (meetsAvailability(share, 1)) return `100${style.percent}`;
  return 1 - share < leastMissing * (1 - 1e-6)
    ? `>${inStyle('99.999', style)}${style.percent}`
    : nearOne(share, style);
}

function plainShare(share: number, style: NumberStyle): string {
  return signed(share, (value) => inStyle(short(value * 100, 9.95), style) + style.percent);
}

/** A share in percent: '0.4 %', '5.2 %', '38 %', '149 %'; from 99 % on with two digits of what is missing, so that nothing short of 1 reads 100 %. */
export function formatShare(share: number, style: NumberStyle = englishNumbers): string {
  return share >= 0.99 && share < 1 ? nearOne(share, style) : plainShare(share, style);
}

/** Whole percents, as beside a bar; from 99 % on with what is missing to 100. */
export function formatPercent(share: number, style: NumberStyle = englishNumbers): string {
  if (share > 0 && share < 0.005) return `<1${style.percent}`;
  return share < 0.99 ? `${Math.round(share * 100)}${style.percent}` : formatShare(share, style);
}

/** A ratio with two decimals and no unit: '0.94', '1.00'. */
export function formatRatio(ratio: number, style: NumberStyle = englishNumbers): string {
  return inStyle(ratio.toFixed(2), style);
}

/** US dollars a month under a head that says so: '$0.5', '$330', '$1.3k'. */
export function formatDollars(usd: number, style: NumberStyle = englishNumbers): string {
  return signed(usd, (value) => `$${shortThousands(value, style)}`);
}

/** US dollars a month: '$0.5/mo', '$330/mo', '$1.3k/mo'. */
export function formatUsd(usd: number, style: NumberStyle = englishNumbers): string {
  return formatDollars(usd, style) + (Number.isFinite(usd) ? unitIn('/mo', style) : '');
}

/** Bytes in decimal units: '500 B', '1.3 kB', '16 GB', '9 TB'. */
export function formatBytes(bytes: number, style: NumberStyle = englishNumbers): string {
  return signed(bytes, (value) => scaled(value, byteSizes, (i) => (i === 0 ? 10 : 100), style));
}

/** A factor: '×0.15', '×1.4', '×1.25', '×12.5', '×120'. */
export function formatFactor(factor: number, style: NumberStyle = englishNumbers): string {
  return signed(factor, (value) => {
    if (value >= 1000) return `×${shortThousands(value, style)}`;
    return `×${inStyle(value >= 100 ? rounded(value, 0) : value >= 10 ? rounded(value, 1) : value >= 1 ? rounded(value, 2) : short(value, 10), style)}`;
  });
}

/** Up to eight significant digits, thousands parted as the style does: '11 574.074'. */
export function formatDigits(value: number, style: NumberStyle = englishNumbers): string {
  if (!Number.isFinite(value)) return signed(value, String);
  const precise = value.toPrecision(8);
  const text = precise.includes('e') ? String(Number(precise)) : precise;
  const [whole = '', fraction = ''] = text.split('.');
  const grouped = whole.replace(/^-/, '−').replace(/\B(?=(\d{3})+$)/g, style.group);
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? grouped : `${grouped}${style.decimal}${kept}`;
}

/** A share with every digit worth having: eight would read 100 % where a little is missing. */
export function formatExactShare(share: number, style: NumberStyle = englishNumbers): string {
  return share > 0.99999 && share < 1
    ? nearOne(share, style)
    : formatDigits(share * 100, style) + style.percent;
}

/** A computed availability with every digit that what was put in supports. */
export function formatExactAvailability(share: number, style: NumberStyle = englishNumbers): string {
  return share < 1 - leastMissing ? formatExactShare(share, style) : formatAvailability(share, style);
}

/** A number with its unit, in all digits worth having: ' ms', ' B', '/mo'. */
export function formatExactly(value: number, unit: string, style: NumberStyle = englishNumbers): string {
  return formatDigits(value, style) + unitIn(unit, style);
}
