import { firstOf } from './first-of';
import { formProblems } from './form-problems';
import { shown } from './issues';
import { jsonExcess } from './json-limits';
import { jsonProblem } from './json-value';
import { counts } from './limits';
import { type Migration, migrateDocument, migrations } from './migrations';
import { parseJson } from './parse-json';
import { referenceProblems } from './reference-problems';
import type { Path, Problem, Result } from './result';
import { type Design, designSchema, designVersion } from './schema';

const refused = (key: string, path: Path, values: Problem['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path, values }],
});

/**
 * A value as a design, if it is one: form, ranges, references and ids are checked, kinds are not. A sound value is
 * given back itself, unknown fields and the order of all of them included; a document of an older version is migrated.
 * Of a document with many faults the first `counts.problems` are given. Never throws.
 */
export function parseDesign(value: unknown, steps: readonly Migration[] = migrations): Result<Design> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('not-object', [], { found: shown(value) });
  }
  const problem = jsonProblem(value);
  if (problem !== null) return { ok: false, problems: [problem] };
  const document = value as Readonly<Record<string, unknown>>;
  if (document['format'] !== 'loadline')
    return refused('wrong-format', ['format'], { found: shown(document['format']) });
  const version = document['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused('bad-version', ['version'], { found: shown(version), known: designVersion });
  }
  if (version > designVersion)
    return refused('newer-version', ['version'], { version, known: designVersion });
  const migrated = migrateDocument(document, version, steps);
  return migrated.ok ? checked(migrated.value) : migrated;
}

function checked(document: unknown): Result<Design> {
  const problems = formProblems(designSchema, document, counts.problems);
  if (problems.length > 0) return { ok: false, problems };
  // The value itself, not zod's copy of it: that is what keeps unknown fields and their order.
  const design = document as Design;
  const between = firstOf(referenceProblems(design), counts.problems);
  return between.length === 0 ? { ok: true, value: design } : { ok: false, problems: between };
}

/** A JSON text as a design; see `parseDesign`. Never throws. */
export function parseDesignText(text: string): Result<Design> {
  if (text.length > counts.fileBytes)
    return refused('too-large', [], { characters: text.length, longest: counts.fileBytes });
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.trim() === '') return refused('empty', []);
  const excess = jsonExcess(source);
  if (excess !== null) return { ok: false, problems: [excess] };
  const parsed = parseJson(source);
  if (!parsed.ok) {
    const { line, column, found, expected } = parsed.place();
    return refused('not-json', [], { line, column, found, expected });
  }
  return parseDesign(parsed.value);
}
