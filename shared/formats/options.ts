import { z } from '../model/zod';

/** A value of an option; undefined where it is not set. */
export type OptionValue = string | number | boolean | undefined;

export type OptionValues = Readonly<Record<string, OptionValue>>;

/** How the command line calls an option; one without a flag is not offered there. */
export interface OptionFlag {
  /** Without the dashes. For an on/off option it is a switch that inverts the default. */
  readonly name: string;
  /** Placeholder of its value in the help; none for a switch, and for a choice whose values are few enough to be listed. */
  readonly value?: string;
  readonly summary: string;
  /** What a valid text is, for the error message: 'none or a colour such as #ffffff'. */
  readonly expected?: string;
}

/** What the schema of an option does not contain: its words and its control. */
export interface OptionWords {
  readonly title: string;
  /** Help text below its control. It may contain the placeholder {size}. */
  readonly note?: string;
  /** The values that a dialog offers, each with its title; none for an on/off option. */
  readonly offered?: readonly (readonly [value: string | number, title: string])[];
  /** For a text that a dialog only switches on and off: its value when off. When on, it is not set. */
  readonly off?: string;
  /** For the option that embeds the design: bytes that the file grows by for each byte of the packed design; gives {size}. */
  readonly bytesPerPackedByte?: number;
  readonly flag?: OptionFlag;
}

/** The words of every option of every format. */
export const optionWords = z.registry<OptionWords>();

/** One option of a format, with everything that dialog and command line need. */
export interface FormatOption extends OptionWords {
  readonly name: string;
  /** Its default. */
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

/** The options of a schema, in its order. Throws where a field has no words. */
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
