import type { QuantityUnit } from '../../math/parse-quantity';
import {
  amount,
  id,
  listOf,
  optionalBytes,
  optionalCount,
  optionalFactor,
  optionalFlag,
  optionalMs,
  optionalRps,
  optionalSeconds,
  optionalServers,
  optionalShare,
  optionalText,
  optionalUsd,
  recordOf,
  share as shareForm,
} from '../forms';
import { counts, magnitudes } from '../limits';
import { own } from '../own';
import { pricePerGbSchema } from '../price-per-gb';
import { z } from '../zod';

/** How a field is edited. A number is in the unit that the document has it in. */
export type FieldShape =
  | {
      readonly type: 'number';
      readonly unit: QuantityUnit;
      readonly whole?: true;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly type: 'choice';
      readonly options: readonly string[];
      /** Words for the values that do not read well themselves. */
      readonly words: Readonly<Record<string, string>>;
      readonly numeric?: true;
    }
  | { readonly type: 'switch' }
  | { readonly type: 'text' }
  /** Any of several. */
  | {
      readonly type: 'several';
      readonly options: readonly string[];
      readonly words: Readonly<Record<string, string>>;
    }
  | { readonly type: 'share-by-flow' }
  /** US dollars a GB, one price or tiers by volume. */
  | { readonly type: 'price-per-gb' };

/** The word for one of a field's values; the value itself where it reads well. */
export const wordOf = (shape: FieldShape, value: string): string =>
  ('words' in shape ? own(shape.words, value) : undefined) ?? value;

export const fieldSections = [
  'capacity',
  'cache',
  'replication',
  'buffer',
  'network',
  'availability',
  'scaling',
  'data',
  'recovery',
  'security',
  'cost',
] as const;
export type FieldSection = (typeof fieldSections)[number];

/** What holds where neither the document nor the kind has a value, and why. */
export interface NeutralValue {
  readonly value: unknown;
  readonly why: string;
  /** Where it was read; without it `why` is an assumption. */
  readonly url?: string;
  readonly range?: readonly [number, number];
}

/** The form of a field: how it is checked, and how it is edited. */
export interface FieldForm<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  readonly shape: FieldShape;
}

/** What a field is called and means, in English. */
export interface FieldWords {
  readonly title: string;
  /** What it means, where its name does not say all. */
  readonly hint?: string;
  readonly neutral?: NeutralValue;
  /** true: loads and times are computed from it. Else it bears on findings, availability, recovery and cost. */
  readonly inLoads?: true;
  /** false: kept when a design is read, and not offered: nothing is computed from it. */
  readonly offered?: false;
}

/** One configuration field of a component, with everything about it. */
export interface Field<S extends z.ZodType = z.ZodType> extends FieldForm<S>, FieldWords {}

/** A field: its form and its words. */
export const field = <S extends z.ZodType>(form: FieldForm<S>, words: FieldWords): Field<S> => ({
  ...form,
  ...words,
});

const form = <S extends z.ZodType>(schema: S, shape: FieldShape): FieldForm<S> => ({ schema, shape });

const variationForm = amount.max(magnitudes.variation).exactOptional();

/** Servers, shards, partitions, quorums: a whole number from 1. */
export const servers = form(optionalServers, {
  type: 'number',
  unit: 'count',
  whole: true,
  min: 1,
  max: magnitudes.servers,
});
/** Any other whole number from 1. */
export const whole = form(optionalCount, {
  type: 'number',
  unit: 'count',
  whole: true,
  min: 1,
  max: magnitudes.count,
});
/** A whole number from 0. */
export const wholeOrNone = form(z.int().min(0).max(magnitudes.servers).exactOptional(), {
  type: 'number',
  unit: 'count',
  whole: true,
  max: magnitudes.servers,
});
/** A multiple of something. */
export const factor = form(optionalFactor, { type: 'number', unit: 'factor', max: magnitudes.factor });
/** A coefficient of variation or an exponent. */
export const variation = form(variationForm, { type: 'number', unit: 'count', max: magnitudes.variation });
export const ms = form(optionalMs, { type: 'number', unit: 'ms', max: magnitudes.ms });
export const seconds = form(optionalSeconds, { type: 'number', unit: 'seconds', max: magnitudes.seconds });
export const rps = form(optionalRps, { type: 'number', unit: 'rps', max: magnitudes.rps });
export const bytes = form(optionalBytes, { type: 'number', unit: 'bytes', max: magnitudes.bytes });
export const usd = form(optionalUsd, { type: 'number', unit: 'usd', max: magnitudes.usd });
export const usdPerGb = form(pricePerGbSchema.exactOptional(), { type: 'price-per-gb' });
export const share = form(optionalShare, { type: 'number', unit: 'share', max: 1 });
export const mbps = form(amount.max(magnitudes.mbps).exactOptional(), {
  type: 'number',
  unit: 'mbps',
  max: magnitudes.mbps,
});
export const flag = form(optionalFlag, { type: 'switch' });
export const text = form(optionalText, { type: 'text' });
export const shareByFlow = form(recordOf(id, shareForm, counts.flows).exactOptional(), {
  type: 'share-by-flow',
});
export const scale = form(z.literal([0.25, 0.5, 1, 2, 4, 8]).exactOptional(), {
  type: 'choice',
  options: ['0.25', '0.5', '1', '2', '4', '8'],
  words: {},
  numeric: true,
});

type Words<V extends string> = { readonly [W in V]?: string };

/** One of a few values. */
export const choice = <const V extends string>(options: readonly V[], words: Words<V> = {}) =>
  form(z.enum(options).exactOptional(), { type: 'choice', options, words: words as Record<string, string> });

/** Any of a few values. */
export const several = <const V extends string>(options: readonly V[], words: Words<V> = {}) =>
  form(listOf(z.enum(options), counts.entries).exactOptional(), {
    type: 'several',
    options,
    words: words as Record<string, string>,
  });
