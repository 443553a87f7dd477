import type { z } from '../zod';
import { availabilityFields } from './availability';
import { bufferFields } from './buffer';
import { cacheFields } from './cache';
import { capacityFields } from './capacity';
import { costFields } from './cost';
import { dataFields } from './data';
import type { Field, FieldSection } from './field';
import { networkFields } from './network';
import { recoveryFields } from './recovery';
import { replicationFields } from './replication';
import { scalingFields } from './scaling';
import { securityFields } from './security';

/** Every configuration field, by its section. A new field is one entry in the file of its section. */
export const fieldsBySection = {
  capacity: capacityFields,
  cache: cacheFields,
  replication: replicationFields,
  buffer: bufferFields,
  network: networkFields,
  availability: availabilityFields,
  scaling: scalingFields,
  data: dataFields,
  recovery: recoveryFields,
  security: securityFields,
  cost: costFields,
} as const satisfies Readonly<Record<FieldSection, Readonly<Record<string, Field>>>>;

const all = {
  ...capacityFields,
  ...cacheFields,
  ...replicationFields,
  ...bufferFields,
  ...networkFields,
  ...availabilityFields,
  ...scalingFields,
  ...dataFields,
  ...recoveryFields,
  ...securityFields,
  ...costFields,
};

/** Name of a configuration field, as it is in a document. */
export type FieldName = keyof typeof all;

/** Every configuration field by its name. */
export const configFields: { readonly [F in FieldName]: Field } = all;

type Schemas<F> = { readonly [K in keyof F]: F[K] extends Field<infer S> ? S : never };

/** The schema of every field, each of its own type. */
export const fieldSchemas = Object.fromEntries(
  Object.entries(all).map(([name, { schema }]) => [name, schema]),
) as Schemas<typeof all>;

/** The schemas as zod wants them. */
export type FieldSchemas = typeof fieldSchemas & z.ZodRawShape;

const sections: ReadonlyMap<string, FieldSection> = new Map(
  Object.entries(fieldsBySection).flatMap(([section, fields]) =>
    Object.keys(fields).map((name) => [name, section as FieldSection] as const),
  ),
);

/** The section of a field; undefined of a name that is no field. */
export const sectionOf = (name: string): FieldSection | undefined => sections.get(name);
