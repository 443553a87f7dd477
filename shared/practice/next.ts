import { type Message, message } from '../math/message';
import type { SectionId } from './sections';

/** What is kept of a scored attempt: its problem, when it ended (ms of the same clock as `now`), its points and those of each section. */
export interface PastScore {
  readonly problem: string;
  readonly endedAtMs: number;
  readonly total: number;
  readonly sections: readonly {
    readonly section: SectionId;
    readonly weight: number;
    readonly got: number;
  }[];
}

/** A problem to practise next, and why; `due` from 0 on, 1 is due now. */
export interface Suggestion {
  readonly problem: string;
  readonly due: number;
  /** The weakest section of the last attempt, to look at first; null of one that was not tried. */
  readonly section: SectionId | null;
  readonly reason: Message;
}

const dayMs = 86_400_000;

/** Days until a problem is due again: the first interval after a weak attempt, the next after each good one. */
const intervals = [1, 3, 7, 14] as const;

/** From this score on the interval grows; below it the problem begins again at one day. */
const good = 71;

/** Due as soon as one that was tried on its day is: to start a new problem is as good as to repeat one. */
const newDue = 1;

/**
 * The problems in the order in which to practise them: the weaker and the longer ago, the sooner (1, 3, 7 and 14 days); those that were never
 * tried are between those that are due and those that are not.
 */
export function nextProblems(
  problems: readonly { readonly id: string; readonly title: string }[],
  past: readonly PastScore[],
  nowMs: number,
): readonly Suggestion[] {
  return problems.map((problem) => suggestion(problem, past, nowMs)).toSorted((a, b) => b.due - a.due);
}

function suggestion(
  { id, title }: { readonly id: string; readonly title: string },
  past: readonly PastScore[],
  nowMs: number,
): Suggestion {
  const tries = past.filter(({ problem }) => problem === id).toSorted((a, b) => a.endedAtMs - b.endedAtMs);
  const last = tries.at(-1);
  if (last === undefined)
    return { problem: id, due: newDue, section: null, reason: message('{title} is new.', { title }) };
  const inRow = tries.length - 1 - tries.findLastIndex(({ total }) => total < good);
  const days = intervals[Math.min(inRow, intervals.length - 1)] ?? 1;
  const agoDays = Math.max(0, (nowMs - last.endedAtMs) / dayMs);
  // Of two that are as overdue, the weaker comes first.
  const due = (agoDays / days) * (1 + (100 - last.total) / 100);
  return { problem: id, due, section: weakest(last), reason: reasonOf(title, last, agoDays) };
}

function reasonOf(title: string, { total }: PastScore, agoDays: number): Message {
  return message('{title}: {points} of 100, {days, plural, =0 {today} one {# day ago} other {# days ago}}.', {
    title,
    points: { count: Math.round(total) },
    days: { count: Math.floor(agoDays) },
  });
}

/** The section in which most hundredths were missed, relative to its weight. */
function weakest({ sections }: PastScore): SectionId | null {
  const [first, ...others] = sections.filter(({ weight }) => weight > 0);
  if (first === undefined) return null;
  return others.reduce((worst, of) => (of.got / of.weight < worst.got / worst.weight ? of : worst), first)
    .section;
}
