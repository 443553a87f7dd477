import {
  amount,
  type DeepReadonly,
  id,
  listOf,
  object,
  optionalFlag,
  optionalId,
  text,
  word,
} from '../model/forms';
import { counts, magnitudes } from '../model/limits';
import { designSchema } from '../model/schema';
import { z } from '../model/zod';
import { problemSchema } from './problem';
import { sectionIds } from './sections';

export const attemptFormat = 'loadline-attempt';
export const attemptVersion = 1;

/** Lengths to choose from, min; null is untimed. */
export const lengths = [35, 45, 49, null] as const;

/** Exam shows figures and no findings, hints or computed estimates before they are checked; coach shows all, and the score says so. */
export const ways = ['exam', 'coach'] as const;

/** Steps and events of one attempt: more than an hour of work makes. */
const mostSteps = 100_000;

/** Milliseconds of the attempt's clock, which stands still while it is paused. */
const atMs = amount.max(magnitudes.ms);
const ofSection = z.enum(sectionIds);

/**
 * One edit of the design; `changes` are operations of `shared/model/changes`, read one by one when they are applied. Undo and redo
 * go `to` the design as it was after so many steps, 0 being the start; what another window did has the `design` whole.
 */
const stepSchema = object({
  atMs,
  label: text,
  changes: listOf(z.unknown(), counts.nodes),
  to: z.int().min(0).max(mostSteps).exactOptional(),
  design: designSchema.exactOptional(),
});

/** Something said or done beside the canvas. */
const eventSchema = z.discriminatedUnion('kind', [
  object({ kind: z.literal('section'), atMs, section: ofSection }),
  object({ kind: z.literal('extended'), atMs, section: ofSection, minutes: amount.max(magnitudes.years) }),
  /** `question` is that of the problem which was understood; absent where none was. */
  object({ kind: z.literal('asked'), atMs, text, question: optionalId }),
  object({ kind: z.literal('estimates-checked'), atMs }),
  object({ kind: z.literal('hint'), atMs, section: ofSection, index: amount.max(counts.entries) }),
  object({ kind: z.literal('follow-up'), atMs, followUp: id }),
  object({ kind: z.literal('paused'), atMs, at: text }),
  object({ kind: z.literal('resumed'), atMs, at: text }),
]);

/** What was typed for an estimate, and the number that was understood, in the estimate's base unit. */
const typedEstimateSchema = object({ id, text, value: amount.nullable(), atMs });

const commentSchema = object({ id, atMs, author: text, text });

/** A try at a problem: what was drawn as edits in time, what was said, and the clock. */
export const attemptSchema = object({
  format: z.literal(attemptFormat),
  version: z.literal(attemptVersion),
  id,
  /** The whole problem, so that an attempt can be read where the problem is not known. */
  problem: problemSchema,
  way: z.enum(ways),
  minutes: z.union([z.literal(35), z.literal(45), z.literal(49), z.null()]),
  startedAt: text,
  /** Absent while it goes on. */
  endedAt: text.exactOptional(),
  /** Of the clock when it was last written. */
  elapsedMs: atMs,
  paused: optionalFlag,
  section: ofSection,
  /** Time spent in each section. */
  spentMs: z.partialRecord(ofSection, atMs),
  /** What was written, by section and item: `estimates/peak`. */
  answers: z.record(word, text),
  estimates: listOf(typedEstimateSchema, counts.entries),
  events: listOf(eventSchema, mostSteps),
  /** The design that it began with, the edits, and the design now. */
  start: designSchema,
  steps: listOf(stepSchema, mostSteps),
  design: designSchema,
  comments: listOf(commentSchema, counts.entries),
});

export type Attempt = DeepReadonly<z.infer<typeof attemptSchema>>;
export type AttemptEvent = Attempt['events'][number];
export type AttemptStep = Attempt['steps'][number];
export type TypedEstimate = Attempt['estimates'][number];
export type AttemptComment = Attempt['comments'][number];
