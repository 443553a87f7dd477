import type { Attempt } from './attempt';
import { type SectionId, timedSections } from './sections';

const minuteMs = 60_000;

/** What the boxes of an interview take together, min. */
const allMinutes = timedSections.reduce((sum, { minutes }) => sum + minutes, 0);

type Timed = Pick<Attempt, 'minutes' | 'events'>;

/** Time box of a section, ms: its share of the attempt's length and what it was extended by; null where it has none. */
export function boxMs({ minutes, events }: Timed, section: SectionId): number | null {
  const box = timedSections.find(({ id }) => id === section);
  if (box === undefined || minutes === null) return null;
  const extended = events.reduce(
    (sum, event) => (event.kind === 'extended' && event.section === section ? sum + event.minutes : sum),
    0,
  );
  return ((box.minutes * minutes) / allMinutes + extended) * minuteMs;
}

/** Time spent in a section, ms. */
export const spentIn = ({ spentMs }: Pick<Attempt, 'spentMs'>, section: SectionId): number =>
  spentMs[section] ?? 0;

/** What is left of the whole attempt, ms, below 0 once it is over; null where it is untimed. */
export function leftMs(attempt: Timed & Pick<Attempt, 'elapsedMs'>): number | null {
  if (attempt.minutes === null) return null;
  const extended = attempt.events.reduce(
    (sum, event) => (event.kind === 'extended' ? sum + event.minutes : sum),
    0,
  );
  return (attempt.minutes + extended) * minuteMs - attempt.elapsedMs;
}

/** The clock and the time of the section that is open, both by so many ms; as it was while it is paused or over. */
export function advanced(attempt: Attempt, ms: number): Attempt {
  if (attempt.paused === true || attempt.endedAt !== undefined || ms <= 0) return attempt;
  const { section, spentMs } = attempt;
  return {
    ...attempt,
    elapsedMs: attempt.elapsedMs + ms,
    spentMs: { ...spentMs, [section]: spentIn(attempt, section) + ms },
  };
}

/** The section after this one in an interview; null after the last, and after those without a time box. */
export function nextSection(section: SectionId): SectionId | null {
  const at = timedSections.findIndex(({ id }) => id === section);
  return at < 0 ? null : (timedSections[at + 1]?.id ?? null);
}
