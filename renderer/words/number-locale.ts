import { englishNumbers, type NumberStyle } from '../../shared/math/number-style';
import { language, setLanguage } from './language';

/** How a person wants numbers and dates: as the system does, with a decimal point, or with a decimal comma. */
export const numberFormats = ['system', 'point', 'comma'] as const;
export type NumberFormat = (typeof numberFormats)[number];

const localeOf: Readonly<Record<Exclude<NumberFormat, 'system'>, string>> = {
  point: 'en-US',
  comma: 'de-DE',
};

let current: string | null = null;

/** The locale by which numbers and dates are written and read: of the person, whatever the language of the words is. */
export const numberLocale = (): string => current ?? navigator.language;

const noBreak = '\u00a0';

/** Units that stand after a space in texts of `shared/math/format.ts`. */
const spacedUnits = ['rps', 'ms', 's', 'min', 'h', 'd', 'y', 'B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A line never breaks between a number and its unit or percent sign, however narrow the column. */
const kept: NumberStyle = {
  ...englishNumbers,
  percent: englishNumbers.percent.replace(' ', noBreak),
  units: new Map(spacedUnits.map((unit) => [` ${unit}`, `${noBreak}${unit}`])),
};

/** How a locale writes numbers in the window. Where it has a point for decimals, a space groups, which no one takes for one. */
export function numbersOf(locale: string): NumberStyle {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1_234_567.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? englishNumbers.decimal;
  const group = parts.find(({ type }) => type === 'group')?.value ?? englishNumbers.group;
  return decimal === englishNumbers.decimal ? kept : { ...kept, decimal, group };
}

/** Takes a format up, before anything is drawn. */
export function setNumberFormat(format: NumberFormat): void {
  current = format === 'system' ? null : localeOf[format];
  setLanguage({ ...language(), numbers: numbersOf(numberLocale()) });
}
