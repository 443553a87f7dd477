import { applyChanges } from '../model/apply';
import type { Design } from '../model/schema';
import type { Attempt, AttemptComment, AttemptEvent, AttemptStep } from './attempt';
import { changeOf } from './read-attempt';
import type { SectionId } from './sections';

/** An attempt at one moment of its clock. */
export interface Moment {
  readonly atMs: number;
  readonly design: Design;
  /** The section that was open; null before the first. */
  readonly section: SectionId | null;
  /** Edits made so far, and the label of the last; null before the first. */
  readonly steps: number;
  readonly label: string | null;
  /** What was said and done beside the canvas so far, and the comments up to here. */
  readonly events: readonly AttemptEvent[];
  readonly comments: readonly AttemptComment[];
}

/** An attempt that can be looked at at any time; designs that were worked out are kept, so that a scrubber may go back and forth. */
export interface Replay {
  readonly endMs: number;
  readonly at: (atMs: number) => Moment;
}

/** The replay of an attempt. Each edit is applied once; what designs have in common they share. */
export function replayOf(attempt: Attempt): Replay {
  const { steps, events, comments, start } = attempt;
  const designs: Design[] = [start];
  const designAfter = (count: number): Design => {
    for (const step of steps.slice(designs.length - 1, count))
      designs.push(afterStep(designs.at(-1) ?? start, designs, step));
    return designs[count] ?? start;
  };
  return {
    endMs: Math.max(attempt.elapsedMs, steps.at(-1)?.atMs ?? 0, events.at(-1)?.atMs ?? 0),
    at: (atMs) => {
      const count = countUntil(steps, atMs);
      const soFar = events.slice(0, countUntil(events, atMs));
      return {
        atMs,
        design: designAfter(count),
        section: soFar.findLast((event) => event.kind === 'section')?.section ?? null,
        steps: count,
        label: steps[count - 1]?.label ?? null,
        events: soFar,
        comments: comments.filter((comment) => comment.atMs <= atMs),
      };
    },
  };
}

/** The design after one more step; a change that is none is passed over, as one that names what is not there is. */
function afterStep(before: Design, designs: readonly Design[], { to, design, changes }: AttemptStep): Design {
  if (to !== undefined) return designs[to] ?? before;
  return (
    design ??
    applyChanges(
      before,
      changes.flatMap((change) => changeOf(change) ?? []),
    )
  );
}

/** How many entries there are up to a time, by halving: they are in its order. */
function countUntil(entries: readonly { readonly atMs: number }[], atMs: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
