import type { VersionLine } from './database';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A version is kept by itself only so long after the last one. */
export const apartMs = 10 * 60_000;

/** Automatic versions stay as long as this; of each stretch of a size the first is kept. */
const stretches = [
  { untilMs: dayMs, sizeMs: hourMs },
  { untilMs: 30 * dayMs, sizeMs: dayMs },
] as const;

/**
 * The keys of automatic versions that are to go: all of the last hour stay, then one an hour for a day and one a day for a month.
 * Named ones always stay. `now` is an ISO-8601 time.
 */
export function versionsToDrop(lines: readonly VersionLine[], now: string): readonly string[] {
  const taken = new Set<string>();
  return lines
    .filter(({ name }) => name === null)
    .toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
    .flatMap(({ key, savedAt }) => {
      const at = Date.parse(savedAt);
      const age = Date.parse(now) - at;
      if (age < hourMs) return [];
      const stretch = stretches.find(({ untilMs }) => age < untilMs);
      if (stretch === undefined) return [key];
      const place = `${stretch.sizeMs} ${Math.floor(at / stretch.sizeMs)}`;
      if (taken.has(place)) return [key];
      taken.add(place);
      return [];
    });
}
