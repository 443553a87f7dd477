import type { Design } from '../../../../shared/model/schema';
import {
  type Attempt,
  type AttemptEvent,
  attemptFormat,
  attemptVersion,
} from '../../../../shared/practice/attempt';
import type { Problem } from '../../../../shared/practice/problem';

/** What an attempt consists of, as a person would say it. */
export interface Tried {
  readonly design: Design;
  /** Ids of questions of the problem. */
  readonly asked?: readonly string[];
  /** By estimate. */
  readonly typed?: Readonly<Record<string, string>>;
  /** By section and item. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly events?: readonly AttemptEvent[];
  readonly way?: Attempt['way'];
}

const minuteMs = 60_000;

/** A finished attempt of 45 minutes in which so much was said and drawn. */
export function attemptAt(problem: Problem, tried: Tried): Attempt {
  const { design, asked = [], typed = {}, answers = {}, events = [], way = 'exam' } = tried;
  return {
    format: attemptFormat,
    version: attemptVersion,
    id: 'attempt',
    problem,
    way,
    minutes: 45,
    startedAt: '2026-01-01T09:00:00Z',
    endedAt: '2026-01-01T09:45:00Z',
    elapsedMs: 45 * minuteMs,
    section: 'security',
    spentMs: { expectations: 5 * minuteMs, estimates: 5 * minuteMs },
    answers,
    estimates: Object.entries(typed).map(([id, text], at) => ({
      id,
      text,
      value: null,
      atMs: (5 + at / 2) * minuteMs,
    })),
    events: [
      ...asked.map(
        (question, at): AttemptEvent => ({
          kind: 'asked',
          atMs: at * 20_000,
          text: question,
          question,
        }),
      ),
      ...events,
    ],
    start: design,
    steps: [],
    design,
    comments: [],
  };
}
