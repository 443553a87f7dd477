const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
];
const datesAfterSeconds = 7 * 86_400;

/** When a design was last changed, as one says it: `now`, `5 min. ago`, `yesterday`, and a date after a week. */
export function editedWhen(updatedAt: string, now: Date, locale: string): string {
  const at = new Date(updatedAt);
  const seconds = (now.getTime() - at.getTime()) / 1_000;
  if (Number.isNaN(seconds)) return '';
  if (seconds >= datesAfterSeconds)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const step = steps.findLast(([, size]) => seconds >= size);
  return step === undefined
    ? words.format(0, 'second')
    : words.format(-Math.floor(seconds / step[1]), step[0]);
}
