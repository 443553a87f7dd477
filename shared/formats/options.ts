import { z } from 'zod';

z.config({ jitless: true });

/** A value of an option; undefined where it is not set. */
export type OptionValue = string | number | boolean | undefined;

export type OptionValues = Readonly<Record<string, OptionValue>>;

/** How the command line calls an option; one without a flag is not offered there. */
export interface OptionFlag {
  /** Without the dashes. Of an option that is on or off it is a switch that turns its default around. */
  readonly name: string;
  /** What stands for its value in the help; left out where the help lists the choices, and of a switch. */
  readonly value?: string;
  readonly summary: string;
  /** What its text has to be, for the message on a text that is not: 'none or a colour such as #ffffff'. */
  readonly expected?: string;
}

/** What the schema of an option does not say: its words, and how it is offered. */
export interface OptionWords {
  readonly title: string;
  /** What it is about, below its control. It may have the placeholder {size}. */
  readonly note?: string;
  /** The values that a dialog offers, each with its title; none of an option that is on or off. */
  readonly offered?: readonly (readonly [value: string | number, title: string])[];
  /** Of a text that a dialog only switches: its value where it is off. Where it is on, it is not set. */
  readonly off?: string;
  /** Of the option that puts the design into the file: bytes of the file for each of the packed design, for {size}. */
  readonly bytesPerPackedByte?: number;
  readonly flag?: OptionFlag;
}

/** The words of every option of every format. */
export const optionWords = z.registry<OptionWords>();

/** One option of a format, with all that dialog and command line are made of. */
export interface FormatOption extends OptionWords {
  readonly name: string;
  /** Its value where it is left out. */
  readonly standard: OptionValue;
  readonly type:
    | { readonly kind: 'switch' }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'number'; readonly least: number; readonly most: number }
    | { readonly kind: 'text' };
  readonly isValid: (value: unknown) => boolean;
}

const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

function typeOf(schema: z.core.$ZodType): FormatOption['type'] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodBoolean) return { kind: 'switch' };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', choices: inner.options.map(String) };
  if (inner instanceof z.ZodNumber)
    return { kind: 'number', least: inner.minValue ?? -Infinity, most: inner.maxValue ?? Infinity };
  return { kind: 'text' };
}

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.undefined()]);

/** The options of a schema, in its order; each of its fields has to have words. */
export function optionsOf(schema: z.ZodObject): readonly FormatOption[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const words = optionWords.get(field);
    if (words === undefined) throw new Error(`The option ${name} has no words.`);
    return {
      ...words,
      name,
      standard: valueSchema.parse(z.parse(field, undefined)),
      type: typeOf(field),
      isValid: (value) => z.safeParse(field, value).success,
    };
  });
}
