import { entryLimits } from './forms';
import { problemOf } from './issues';
import type { Problem } from './result';
import { z } from './zod';

type Schema = z.core.$ZodType;
type Fields = Readonly<Record<string, unknown>>;

interface Search {
  readonly document: unknown;
  readonly most: number;
  readonly found: Problem[];
  /** Where the search is, outermost first. */
  readonly path: (string | number)[];
}

type Look = (value: unknown, search: Search) => void;

/**
 * What is wrong with the form of a JSON document by a schema: the first `most` problems, in the document's order. The schema is
 * gone through here and not by zod, which makes all issues before it gives any (a hundred thousand of them break it) and passes
 * by a record's field `__proto__`.
 */
export function formProblems(schema: Schema, document: unknown, most: number): readonly Problem[] {
  const search: Search = { document, most, found: [], path: [] };
  lookBy(schema)(document, search);
  return search.found;
}

const looks = new WeakMap<Schema, Look>();

/** How a value is looked at by a schema: found once for each, since finding the type of a zod schema takes long. */
function lookBy(schema: Schema): Look {
  const known = looks.get(schema);
  if (known !== undefined) return known;
  const look = lookOf(schema);
  looks.set(schema, look);
  return look;
}

function lookOf(schema: Schema): Look {
  if (isOptional(schema)) return lookBy(schema.unwrap());
  if (schema instanceof z.ZodObject) return fieldsLook(schema);
  if (schema instanceof z.ZodArray) return itemsLook(schema);
  if (schema instanceof z.ZodRecord) return entriesLook(schema);
  return schema instanceof z.ZodUnion
    ? choiceLook(schema)
    : (value, search) => lookAtLeaf(schema, value, search);
}

const isOptional = (schema: Schema): schema is z.ZodOptional | z.ZodExactOptional =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lookInside(step: string | number, look: Look, value: unknown, search: Search): void {
  if (search.found.length >= search.most) return;
  search.path.push(step);
  look(value, search);
  search.path.pop();
}

function fieldsLook(schema: z.ZodObject): Look {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => [name, lookBy(field), !isOptional(field)] as const,
  );
  return (value, search) => {
    if (!isObject(value)) return lookAtLeaf(schema, value, search);
    for (const [name, look, isRequired] of fields) {
      const inner = Object.hasOwn(value, name) ? value[name] : undefined;
      if (isRequired || inner !== undefined) lookInside(name, look, inner, search);
    }
  };
}

function itemsLook(schema: z.ZodArray): Look {
  const look = lookBy(schema.element);
  return (value, search) => {
    if (!Array.isArray(value)) return lookAtLeaf(schema, value, search);
    if (isTooMany(schema, value.length, search)) return;
    for (let at = 0; at < value.length; at += 1) lookInside(at, look, value[at], search);
  };
}

function entriesLook(schema: z.ZodRecord): Look {
  const look = lookBy(schema.valueType);
  const { keyType } = schema;
  return (value, search) => {
    if (!isObject(value)) return lookAtLeaf(schema, value, search);
    const keys = Object.keys(value);
    if (isTooMany(schema, keys.length, search)) return;
    for (const key of keys) {
      if (z.core.safeParse(keyType, key).success) lookInside(key, look, value[key], search);
      else lookAtLeaf(schema, { [key]: value[key] }, search);
    }
  };
}

/** A choice between a word and a list: of a list that is too long, every item would be a complaint. */
function choiceLook(schema: z.ZodUnion): Look {
  const list = schema.options.find((option) => option instanceof z.ZodArray);
  return (value, search) => {
    if (list !== undefined && Array.isArray(value) && isTooMany(list, value.length, search)) return;
    lookAtLeaf(schema, value, search);
  };
}

/** Whether there are more entries than the schema allows: then they are not looked at one by one. */
function isTooMany(schema: Schema, count: number, search: Search): boolean {
  const most = entryLimits.get(schema)?.most;
  if (most === undefined || count <= most) return false;
  search.found.push({ key: 'too-many', path: [...search.path], values: { count, most } });
  return true;
}

function lookAtLeaf(schema: Schema, value: unknown, search: Search): void {
  const result = z.core.safeParse(schema, value);
  if (result.success) return;
  for (const issue of result.error.issues) {
    if (search.found.length >= search.most) return;
    search.found.push(problemOf(issue, search.document, search.path));
  }
}
