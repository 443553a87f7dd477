const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
];
const datesAfterSeconds = 7 * 86_400;

/** When a design was last changed, as one says it: `now`, `5 min. ago`, `yesterday`, and a date after a week. */
export function editedWhen(updatedAt: string, now: Date, locale: string, dates = locale): string {
  const at = new Date(updatedAt);
  const seconds = (now.getTime() - at.getTime()) / 1_000;
  if (Number.isNaN(seconds)) return '';
  if (seconds >= datesAfterSeconds) return dateText(at, locale, dates);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const step = steps.findLast(([, size]) => seconds >= size);
  return step === undefined
    ? words.format(0, 'second')
    : words.format(-Math.floor(seconds / step[1]), step[0]);
}

/** A date as a person writes it: with the month in words only where they are those of the window's language. */
export function dateText(at: Date, locale: string, dates: string): string {
  const isSame = new Intl.Locale(dates).language === new Intl.Locale(locale).language;
  return new Intl.DateTimeFormat(dates, { dateStyle: isSame ? 'medium' : 'short' }).format(at);
}
