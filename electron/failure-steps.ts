import type { Question } from './question';

/** Failures of a page within this time of each other are taken to have one cause: the design that it opens with. */
const repeatedWithinMs = 60_000;

/** What a page is loaded with again: the design that was open, or all designs and none of them open. */
export type StartPage = 'last' | 'library';

export interface Failures {
  /** When the page failed of late, with this time. */
  readonly timesMs: readonly number[];
  readonly startPage: StartPage;
}

/** Counts a failure of the page: after a second one within a minute it is not started with the same design again. */
export function countFailure(timesMs: readonly number[], nowMs: number): Failures {
  const recent = timesMs.filter((timeMs) => nowMs - timeMs >= 0 && nowMs - timeMs < repeatedWithinMs);
  return { timesMs: [...recent, nowMs], startPage: recent.length === 0 ? 'last' : 'library' };
}

/** Whether a process ended otherwise than it was meant to. */
export const isFailure = (reason: string): boolean => reason !== 'clean-exit';

const all = { id: 'library', label: 'All Designs' } as const;
const quit = { id: 'quit', label: 'Quit' } as const;

/** What to do about a page that is gone. */
export function goneQuestion(reason: string, startPage: StartPage): Question<'reload' | 'library' | 'quit'> {
  const isRepeated = startPage === 'library';
  const cause = reason === 'oom' ? 'It ran out of memory.' : `Its process ended (${reason}).`;
  const advice = isRepeated
    ? 'This is the second time within a minute. All designs are shown, and none of them is opened.'
    : 'Changes are saved within a second of being made.';
  return {
    title: 'The window of Loadline has stopped',
    detail: `${cause} ${advice}`,
    answers: isRepeated ? [all, quit] : [{ id: 'reload', label: 'Reload' }, all, quit],
    normal: isRepeated ? 'library' : 'reload',
    cancel: isRepeated ? 'library' : 'reload',
  };
}

/** What to do about a page that does not answer. */
export function hungQuestion(startPage: StartPage): Question<'wait' | 'reload' | 'library' | 'quit'> {
  return {
    title: 'The window of Loadline does not answer',
    detail: 'It may be busy with a large design. If you do not wait, changes of the last second may be lost.',
    answers: [
      { id: 'wait', label: 'Wait' },
      startPage === 'last' ? { id: 'reload', label: 'Reload' } : all,
      quit,
    ],
    normal: 'wait',
    cancel: 'wait',
  };
}
