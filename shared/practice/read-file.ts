import { readDesign } from '../catalog/read';
import { firstOf } from '../model/first-of';
import { formProblems } from '../model/form-problems';
import { shown } from '../model/issues';
import { jsonExcess } from '../model/json-limits';
import { jsonProblem } from '../model/json-value';
import { counts } from '../model/limits';
import { parseJson } from '../model/parse-json';
import type { Problem as Fault, Path, Result } from '../model/result';
import type { z } from '../model/zod';

type Fields = Readonly<Record<string, unknown>>;

/** What a file of practice is checked by. */
export interface FileForm<T> {
  readonly format: string;
  readonly version: number;
  /** Keys of `problemTexts` for a value that is no object, and for one of another format. */
  readonly notObject: string;
  readonly wrongFormat: string;
  readonly schema: z.ZodType;
  /** Where designs are in it. */
  readonly designs: (document: Fields) => readonly Path[];
  /** What is wrong between the parts of one whose form is sound. */
  readonly faults: (value: T) => Iterable<Fault>;
}

/**
 * A value as one of these files, if it is one: form, limits, its designs and references are checked, designs of an older version
 * are migrated. The first `counts.problems` faults are given, each with its place. Never throws.
 */
export function readAs<T>(form: FileForm<T>, value: unknown): Result<T> {
  if (!isFields(value)) return refused(form.notObject, [], { found: shown(value) });
  const unfit = jsonProblem(value);
  if (unfit !== null) return { ok: false, problems: [unfit] };
  if (value['format'] !== form.format)
    return refused(form.wrongFormat, ['format'], { found: shown(value['format']) });
  const version = value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refused('bad-version', ['version'], { found: shown(version), known: form.version });
  if (version > form.version) return refused('newer-version', ['version'], { version, known: form.version });
  return checked(form, value);
}

/** A JSON text as one of these files; see `readAs`. Never throws. */
export function readTextAs<T>(form: FileForm<T>, text: string): Result<T> {
  if (text.length > counts.fileBytes)
    return refused('too-large', [], { characters: text.length, longest: counts.fileBytes });
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.trim() === '') return refused('empty', []);
  const excess = jsonExcess(source);
  if (excess !== null) return { ok: false, problems: [excess] };
  const parsed = parseJson(source);
  if (parsed.ok) return readAs(form, parsed.value);
  const { line, column, found, expected } = parsed.place();
  return refused('not-json', [], { line, column, found, expected });
}

const refused = (key: string, path: Path, values: Fault['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path, values }],
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checked<T>(form: FileForm<T>, document: Fields): Result<T> {
  let current: unknown = document;
  const faults: Fault[] = [];
  for (const path of form.designs(document)) {
    const design = valueAt(document, path);
    // What is no object the form complains of.
    if (!isFields(design)) continue;
    const read = readDesign(design);
    if (read.ok) current = read.value === design ? current : withValueAt(current, path, read.value);
    else faults.push(...read.problems.map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
  }
  if (faults.length > 0) return { ok: false, problems: faults.slice(0, counts.problems) };
  const problems = formProblems(form.schema, current, counts.problems);
  if (problems.length > 0) return { ok: false, problems };
  // Its form is that of the schema: `formProblems` finds nothing else.
  const value = current as T;
  const between = firstOf(form.faults(value), counts.problems);
  return between.length === 0 ? { ok: true, value } : { ok: false, problems: between };
}

function valueAt(document: unknown, path: Path): unknown {
  let at = document;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at;
}

/** The document with another value at a place that it has. */
function withValueAt(document: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(document))
    return document.map((item, at) => (at === step ? withValueAt(item, rest, value) : item));
  if (!isFields(document)) return document;
  return { ...document, [step]: withValueAt(document[step], rest, value) };
}

/** Ids that stand twice in a list. */
export function* duplicates(path: Path, list: readonly { readonly id: string }[]): Generator<Fault> {
  const seen = new Set<string>();
  for (const [at, { id }] of list.entries()) {
    if (seen.has(id)) yield { key: 'duplicate-id', path: [...path, at, 'id'], values: { id } };
    seen.add(id);
  }
}
