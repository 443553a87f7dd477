import { withFewMarks } from './combining-marks';
import { counts, geometry, magnitudes } from './limits';
import { z } from './zod';

/** Numbers of the document are finite and not negative. */
export const amount = z.number().min(0);
export const share = z.number().min(0).max(1);
export const count = z.int().min(1);
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A text that a person writes. */
export const text = z
  .string()
  .max(counts.textCharacters)
  .refine((value) => withFewMarks(value) === value);
/** A word that a program knows, such as a kind. */
export const word = z.string().max(counts.wordCharacters);
/** Canvas pixels, absolute; they may be negative. */
export const coordinate = z.number().min(-geometry.farthestPx).max(geometry.farthestPx);
/** Width or height of a box, px. */
export const size = z.number().min(geometry.smallestSizePx).max(geometry.largestSizePx);

/** How many entries a list or a record may have. */
export const entryLimits = z.registry<{ readonly most: number }>();

/** A list of at most so many items. */
export function listOf<S extends z.ZodType>(item: S, most: number): z.ZodArray<S> {
  return z.array(item).max(most).register(entryLimits, { most });
}

/** An object of at most so many fields that are named by ids or words. */
export function recordOf<K extends z.core.$ZodRecordKey, S extends z.ZodType>(
  key: K,
  value: S,
  most: number,
): z.ZodRecord<K, S> {
  return z.record(key, value).meta({ maxProperties: most }).register(entryLimits, { most });
}

// Each made once, for all fields of its form: to make a schema costs more than to check a value by it.
export const optionalAmount = amount.exactOptional();
export const optionalMs = amount.max(magnitudes.ms).exactOptional();
export const optionalSeconds = amount.max(magnitudes.seconds).exactOptional();
export const optionalRps = amount.max(magnitudes.rps).exactOptional();
export const optionalBytes = amount.max(magnitudes.bytes).exactOptional();
export const optionalGb = amount.max(magnitudes.gb).exactOptional();
export const optionalUsd = amount.max(magnitudes.usd).exactOptional();
export const optionalFactor = amount.max(magnitudes.factor).exactOptional();
export const optionalMany = amount.max(magnitudes.count).exactOptional();
export const optionalServers = count.max(magnitudes.servers).exactOptional();
export const optionalShare = share.exactOptional();
export const optionalCount = count.max(magnitudes.count).exactOptional();
export const optionalId = id.exactOptional();
export const optionalText = text.exactOptional();
export const optionalTexts = listOf(text, counts.entries).exactOptional();
export const optionalFlag = z.boolean().exactOptional();

/**
 * An object whose unknown fields are let through, yet typed by its known ones only:
 * a newer program's fields survive, and a misspelt field does not compile.
 */
export function object<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strip> {
  return z.looseObject(shape) as unknown as z.ZodObject<S, z.core.$strip>;
}

type Primitive = string | number | boolean | null | undefined;
export type DeepReadonly<T> = T extends Primitive
  ? T
  : T extends readonly (infer E)[]
    ? readonly DeepReadonly<E>[]
    : { readonly [K in keyof T]: DeepReadonly<T[K]> };
