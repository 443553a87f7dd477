import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import {
  type Attempt,
  type AttemptEvent,
  attemptFormat,
  attemptVersion,
  type TypedEstimate,
} from './attempt';
import { nextSection } from './attempt-clock';
import type { Problem } from './problem';
import type { SectionId } from './sections';

export interface AttemptStart {
  /** Of the attempt and of its design. */
  readonly id: string;
  readonly problem: Problem;
  readonly way: Attempt['way'];
  readonly minutes: Attempt['minutes'];
  /** ISO-8601. */
  readonly startedAt: string;
  readonly design: Design;
}

/** An attempt with nothing said and the clock at 0. */
export const beginAttempt = ({ design, ...start }: AttemptStart): Attempt => ({
  format: attemptFormat,
  version: attemptVersion,
  ...start,
  elapsedMs: 0,
  section: 'expectations',
  spentMs: {},
  answers: {},
  estimates: [],
  events: [],
  start: design,
  steps: [],
  design,
  comments: [],
});

/** An event without its time, which is that of the attempt's clock. */
type Happening<E = AttemptEvent> = E extends AttemptEvent ? Omit<E, 'atMs'> : never;

export const withEvent = (attempt: Attempt, event: Happening): Attempt => ({
  ...attempt,
  events: [...attempt.events, { ...event, atMs: attempt.elapsedMs }],
});

/** Opens a section; its time runs from now on. */
export const inSection = (attempt: Attempt, section: SectionId): Attempt =>
  attempt.section === section ? attempt : { ...withEvent(attempt, { kind: 'section', section }), section };

/** Opens the next section of the interview; the last stays open. */
export const skipped = (attempt: Attempt): Attempt =>
  inSection(attempt, nextSection(attempt.section) ?? attempt.section);

/** Stops the clock; `at` is an ISO-8601 time, as of `resumed`. */
export const paused = (attempt: Attempt, at: string): Attempt =>
  attempt.paused === true ? attempt : { ...withEvent(attempt, { kind: 'paused', at }), paused: true };

export function resumed(attempt: Attempt, at: string): Attempt {
  if (attempt.paused !== true) return attempt;
  const { paused: _, ...running } = withEvent(attempt, { kind: 'resumed', at });
  return running;
}

/** What is written for an item of a section; an empty text removes it. */
export function answered(attempt: Attempt, section: SectionId, item: string, text: string): Attempt {
  const { [`${section}/${item}`]: _, ...others } = attempt.answers;
  const answers = text.trim() === '' ? others : { ...others, [`${section}/${item}`]: text };
  return { ...attempt, answers };
}

/** What was typed for an estimate, in its base unit; null removes it. */
export function estimated(
  attempt: Attempt,
  id: string,
  typed: Pick<TypedEstimate, 'text' | 'value'> | null,
): Attempt {
  const others = attempt.estimates.filter((estimate) => estimate.id !== id);
  if (typed === null) return { ...attempt, estimates: others };
  return { ...attempt, estimates: [...others, { id, ...typed, atMs: attempt.elapsedMs }] };
}

/** The hints of a section that were shown, by their place in the problem's list. */
export const hintsOf = ({ events }: Attempt, section: SectionId): readonly number[] =>
  events.flatMap((event) => (event.kind === 'hint' && event.section === section ? [event.index] : []));

/** Shows the next hint of the section that is open; the attempt as it was where there is none left. */
export function hinted(attempt: Attempt): Attempt {
  const { section, problem } = attempt;
  const shown = hintsOf(attempt, section);
  const index = problem.hints.findIndex((hint, at) => hint.section === section && !shown.includes(at));
  return index < 0 ? attempt : withEvent(attempt, { kind: 'hint', section, index });
}

/** What led to the design that is shown now. */
export interface DesignStep {
  readonly label: string;
  readonly design: Design;
  readonly changes?: readonly Change[];
  /** The steps after which the design was this one before: undo and redo. */
  readonly to?: number;
}

/** A step of the design; one that neither changes nor a step before lead to is kept whole. */
export function stepped(attempt: Attempt, { label, design, changes, to }: DesignStep): Attempt {
  const step = { atMs: attempt.elapsedMs, label, changes: changes ?? [] };
  const way = to !== undefined ? { to } : changes === undefined ? { design } : {};
  return { ...attempt, design, steps: [...attempt.steps, { ...step, ...way }] };
}

/** The attempt is over; `at` is an ISO-8601 time. */
export function finished(attempt: Attempt, at: string): Attempt {
  if (attempt.endedAt !== undefined) return attempt;
  const { paused: _, ...running } = attempt;
  return { ...running, endedAt: at };
}
