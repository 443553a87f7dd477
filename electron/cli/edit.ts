import { isUtf8 } from 'node:buffer';
import { readDesign as readDesignValue } from '../../shared/catalog/read';
import { readEdited } from '../../shared/catalog/read-edited';
import { resolve } from '../../shared/catalog/resolve';
import { type EditResult, refused as refusedEdit } from '../../shared/edits/edit';
import { editOf, operationNames } from '../../shared/edits/operations';
import { takeFix } from '../../shared/edits/take-fix';
import { formatMessage } from '../../shared/math/format-message';
import { applyChanges } from '../../shared/model/apply';
import { counts } from '../../shared/model/limits';
import { parseJson } from '../../shared/model/parse-json';
import { printDesign } from '../../shared/model/print-design';
import { describeProblem } from '../../shared/model/problems';
import type { Result } from '../../shared/model/result';
import type { Design } from '../../shared/model/schema';
import { z } from '../../shared/model/zod';
import { assess } from './assess';
import { type Call, type Outcome, refused } from './command';
import type { Attempt, Host } from './host';
import { hint } from './nearest';
import { mismatchOf } from './out-format';
import { inputName, readDesign } from './read-design';
import { writeOutput } from './write-output';

/** A step that did not work out, in words; its line is put before them. */
type Step = Attempt<Design>;

const failure = (message: string): { readonly ok: false; readonly message: string } => ({
  ok: false,
  message,
});

const fixSchema = z.strictObject({ op: z.literal('fix'), rule: z.string(), target: z.string() });

/** The quick fix that a rule offers on a part. */
function fixOf(design: Design, value: unknown): EditResult {
  const parsedFix = fixSchema.safeParse(value);
  if (!parsedFix.success) return refusedEdit('fix takes "rule" and "target", as check names them.');
  const { rule, target } = parsedFix.data;
  const { findings } = assess(resolve(design)).evaluation;
  const finding = findings.find((one) => one.rule === rule && one.target === target);
  if (finding === undefined) return refusedEdit('{rule} finds nothing at {target}.', { rule, target });
  if (finding.quickFix === undefined)
    return refusedEdit('{rule} has no quick fix at {target}.', { rule, target });
  const { title, values, changes } = finding.quickFix;
  return takeFix(design, { title: { text: title, values }, changes });
}

const opOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'op' in value ? String(value.op) : '';

/** How the design after a line is checked. */
type Check = (before: Design, after: Design) => Result<Design>;

function stepped(design: Design, line: string, check: Check): Step {
  const parsed = parseJson(line);
  if (!parsed.ok) return failure(`This is not JSON (${parsed.reason}). Correct it.`);
  const { value } = parsed;
  const op = opOf(value);
  const result = op === 'fix' ? fixOf(design, value) : editOf(design, value);
  if (!result.ok) {
    const known = op === '' || op === 'fix' || operationNames.includes(op);
    return failure(formatMessage(result.reason) + (known ? '' : hint(op, operationNames)));
  }
  const after = check(design, applyChanges(design, result.edit.changes));
  if (after.ok) return after;
  const [first] = after.problems;
  return failure(first === undefined ? 'The design cannot be read after it.' : describeProblem(first));
}

async function readScript(host: Host, name: string): Promise<Attempt<readonly string[]>> {
  const bytes = await host.read(name, counts.fileBytes);
  if (!bytes.ok) return failure(`${inputName(name)}: ${bytes.message}`);
  if (!isUtf8(bytes.value))
    return failure(`${inputName(name)}: This is not text in UTF-8. Save it as UTF-8.`);
  return { ok: true, value: new TextDecoder().decode(bytes.value).split(/\r?\n/) };
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const script = options.get('script') ?? '-';
  if (script === '-' && name === '-')
    return refused(
      'edit: the design and the script cannot both come from standard input. Name a file for one.',
    );
  const out = options.get('out') ?? '-';
  const mismatch = mismatchOf(out, 'json');
  if (mismatch !== null) return refused(`edit: ${mismatch}`);
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const lines = await readScript(host, script);
  if (!lines.ok) return refused(lines.message);
  const after = runScript(read.value, lines.value);
  // Nothing is written where a line fails: a half-applied script is no design that anyone wants.
  return after.ok
    ? writeOutput(host, out, printDesign(after.value))
    : refused(`${inputName(script)}: ${after.message}`);
}

/**
 * The design after all lines. After each only what it touched is checked, and the whole once at the end; where that finds a fault
 * all the same, the lines are run again with the whole checked after each, to name the one that made it.
 */
function runScript(design: Design, lines: readonly string[]): Step {
  const after = runLines(design, lines, readEdited);
  if (!after.ok || readDesignValue(after.value).ok) return after;
  return runLines(design, lines, (_, next) => readDesignValue(next));
}

function runLines(design: Design, lines: readonly string[], check: Check): Step {
  let after = design;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const step = stepped(after, line, check);
    if (!step.ok) return failure(`line ${index + 1}: ${step.message}`);
    after = step.value;
  }
  return { ok: true, value: after };
}
