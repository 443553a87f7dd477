import {
  amount,
  count,
  type DeepReadonly,
  id,
  listOf,
  object,
  optionalFactor,
  optionalFlag,
  optionalId,
  optionalMs,
  optionalSeconds,
  optionalShare,
  optionalText,
  optionalUsd,
  text,
  word,
} from '../model/forms';
import { counts, magnitudes } from '../model/limits';
import { designSchema } from '../model/schema';
import { consistencies } from '../model/vocabulary';
import { z } from '../model/zod';
import { sectionIds } from './sections';

export const problemFormat = 'loadline-problem';
export const problemVersion = 1;

/** Lower-case words or rows of words, any of which tells that something was said. */
const terms = listOf(word, counts.entries);

const ofSection = z.enum(sectionIds);

/** A question that a good candidate asks, found by words of what is typed, and what the interviewer answers. */
const questionSchema = object({ id, title: text, terms, text });

/** Something that the answer has to name, and the words that tell it was named. */
const pointSchema = object({ id, title: text, terms });

/** What has to be measured on the design at the problem's load: at most, or at least, so much. */
const measureSchema = z.discriminatedUnion('of', [
  object({
    of: z.literal('flow'),
    flow: id,
    targets: object({
      p50Ms: optionalMs,
      p95Ms: optionalMs,
      p99Ms: optionalMs,
      completionMeanMs: optionalMs,
      completionP99Ms: optionalMs,
      availability: optionalShare,
      headroom: optionalFactor,
    }),
  }),
  object({
    of: z.literal('design'),
    targets: object({
      availability: optionalShare,
      rpoSeconds: optionalSeconds,
      rtoSeconds: optionalSeconds,
      monthlyCostUsd: optionalUsd,
      consistency: z.enum(consistencies).exactOptional(),
    }),
  }),
]);

const requirementSchema = object({
  id,
  title: text,
  terms,
  /** Absent: one that only words tell. */
  measure: measureSchema.exactOptional(),
});

/** The dimension of an estimate; amounts are in its base unit: requests a second, bytes, bytes a second, a count, seconds, US dollars. */
export const estimateUnits = ['rps', 'bytes', 'bytes-per-second', 'count', 'seconds', 'usd'] as const;

const estimateSchema = object({
  id,
  title: text,
  unit: z.enum(estimateUnits),
  /** What the reference arithmetic gives, and the range that is accepted. */
  value: amount,
  least: amount,
  most: amount,
  /** The arithmetic, as one says it aloud. */
  why: text,
  /** What of the design at peak should agree: a figure of `totals.estimates`, or the rate of a flow. */
  figure: z.union([object({ total: word }), object({ flowRps: id })]).exactOptional(),
});

/** A flow that "Make flows" draws, and by which attempts are measured. Rates are at peak. */
const problemFlowSchema = object({
  id,
  name: text,
  kind: z.enum(['read', 'write']),
  rps: amount.max(magnitudes.rps),
  peakFactor: z.number().min(1).max(magnitudes.factor).exactOptional(),
  requestBytes: amount.max(magnitudes.bytes),
  responseBytes: amount.max(magnitudes.bytes),
  storedBytes: amount.max(magnitudes.bytes),
  anonymous: optionalFlag,
  connections: amount.max(magnitudes.count).exactOptional(),
});

/** A part that a design of this system needs, on the way of a flow: any of these kinds. */
const roleSchema = object({
  id,
  title: text,
  kinds: listOf(word, counts.entries).min(1),
  /** At least so many, or so many replicas of one. */
  least: count.exactOptional(),
  why: text,
  /** Absent: a good design may do without. */
  required: optionalFlag,
});

const deepDiveSchema = object({
  id,
  title: text,
  /** The component that is asked about, by role. */
  role: optionalId,
  names: listOf(pointSchema, counts.entries).min(1),
});

/** A mistake that is often made here, and the rule that tells of it. */
const pitfallSchema = object({ id, title: text, why: text, rule: word });

/** What is done to a design in the middle of the deep dive. */
const eventSchema = z.discriminatedUnion('kind', [
  object({ kind: z.literal('load'), factor: amount.max(magnitudes.factor) }),
  object({ kind: z.literal('growth'), years: amount.max(magnitudes.years) }),
  /** One replica of the busiest component of a role is lost; `all` loses the component. */
  object({ kind: z.literal('down'), role: id, all: optionalFlag }),
  object({ kind: z.literal('zone-down') }),
  object({ kind: z.literal('slow'), role: id, factor: amount.max(magnitudes.factor) }),
  object({ kind: z.literal('cache-lost') }),
]);

const followUpSchema = object({
  id,
  title: text,
  event: eventSchema,
  /** Whether the reference goes on serving every flow; its text says what happens else. */
  survives: z.boolean(),
  text,
});

/** A weaker design: what breaks there, and what of it the analysis or the rules have to show. */
const variantSchema = object({
  id,
  title: text,
  text,
  why: text,
  shows: listOf(
    z.union([object({ rule: word, node: optionalId }), object({ missed: word, flow: optionalId })]),
    counts.entries,
  ).min(1),
  design: designSchema,
});

const hintSchema = object({ section: ofSection, text });

/** A practice problem as a file: what is asked, what is accepted, a reference design and weaker ones. */
export const problemSchema = object({
  format: z.literal(problemFormat),
  version: z.literal(problemVersion),
  id,
  title: text,
  summary: text,
  /** What the interviewer says at the beginning. */
  prompt: object({ text }),
  source: optionalText,
  questions: listOf(questionSchema, counts.entries),
  functional: listOf(pointSchema, counts.entries),
  outOfScope: listOf(pointSchema, counts.entries),
  nonFunctional: listOf(requirementSchema, counts.entries),
  estimates: listOf(estimateSchema, counts.entries),
  flows: listOf(problemFlowSchema, counts.entries).min(1),
  roles: listOf(roleSchema, counts.entries),
  apis: listOf(pointSchema, counts.entries),
  entities: listOf(pointSchema, counts.entries),
  deepDive: listOf(deepDiveSchema, counts.entries),
  pitfalls: listOf(pitfallSchema, counts.entries),
  followUps: listOf(followUpSchema, counts.entries),
  hints: listOf(hintSchema, counts.entries),
  reference: designSchema,
  variants: listOf(variantSchema, counts.entries),
});

export type Problem = DeepReadonly<z.infer<typeof problemSchema>>;
export type Question = Problem['questions'][number];
export type Requirement = Problem['nonFunctional'][number];
export type Estimate = Problem['estimates'][number];
export type ProblemFlow = Problem['flows'][number];
export type Role = Problem['roles'][number];
export type DeepDive = Problem['deepDive'][number];
export type FollowUp = Problem['followUps'][number];
export type PracticeEvent = FollowUp['event'];
export type Variant = Problem['variants'][number];
