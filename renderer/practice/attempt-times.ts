import { editedWhen } from '../words/edited';

interface Attempted {
  readonly id: string;
  readonly startedAt: string;
}

/**
 * When each attempt was begun, by its id: '5 min. ago'. Those that would read alike have the time of day to the second instead, and a
 * date before it where they were not begun today.
 */
export function attemptTimes(
  attempts: readonly Attempted[],
  now: Date,
  locale: string,
  dates: string,
): ReadonlyMap<string, string> {
  const words = new Map(attempts.map(({ id, startedAt }) => [id, editedWhen(startedAt, now, locale, dates)]));
  const counts = new Map<string, number>();
  for (const text of words.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { id, startedAt } of attempts) {
    const at = new Date(startedAt);
    if ((counts.get(words.get(id) ?? '') ?? 0) < 2 || Number.isNaN(at.getTime())) continue;
    const isToday = at.toDateString() === now.toDateString();
    const style: Intl.DateTimeFormatOptions = isToday
      ? { timeStyle: 'medium' }
      : { timeStyle: 'medium', dateStyle: 'short' };
    words.set(id, new Intl.DateTimeFormat(dates, style).format(at));
  }
  return words;
}
