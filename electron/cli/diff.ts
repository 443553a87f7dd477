import type { Analysis } from '../../shared/analysis/analysis';
import { analyze } from '../../shared/analysis/analyze';
import { compareFigures } from '../../shared/analysis/compare';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { diffDesigns, type FieldChange, type PartChange } from '../../shared/model/diff';
import type { Design } from '../../shared/model/schema';
import { type Call, jsonText, type Outcome, refused } from './command';
import { figuresTable } from './figure-changes';
import { obstacleOf } from './obstacle';
import { printable } from './printable';
import { inputName, readDesign } from './read-design';
import { type Style, styleOf } from './style';

const valueText = (value: unknown): string => (value === undefined ? 'default' : JSON.stringify(value));

function fieldLine({ path, before, after }: FieldChange): string {
  return `      ${printable(`${path.join('.')}: ${valueText(before)} → ${valueText(after)}`)}`;
}

function changeLines(change: PartChange): readonly string[] {
  const sign = { added: '+', removed: '−', changed: '~' }[change.kind];
  const id = change.id === '*' ? '' : ` (${change.id})`;
  const head = `  ${sign} ${change.part} ${printable(change.name)}${id}`;
  return change.kind === 'changed' ? [head, ...change.fields.map(fieldLine)] : [head];
}

function changesText(changes: readonly PartChange[], style: Style): string {
  if (changes.length === 0) return 'Nothing of the system changed.\n';
  return `${[style.bold('Changes'), ...changes.flatMap(changeLines)].join('\n')}\n`;
}

interface Side {
  readonly design: Design;
  readonly resolved: ResolvedDesign;
  readonly analysis: Analysis | null;
  readonly notes: readonly string[];
}

async function readSide({ host }: Call, name: string): Promise<Side | { readonly message: string }> {
  const read = await readDesign(host, name);
  if (!read.ok) return read;
  const design = read.value;
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (result.ok) return { design, resolved, analysis: result.analysis, notes: [] };
  return { design, resolved, analysis: null, notes: [`${inputName(name)}: ${await obstacleOf(resolved)}`] };
}

export async function run(call: Call): Promise<Outcome> {
  const { operands, options, host } = call;
  const [first = '', second = ''] = operands;
  if (first === '-' && second === '-')
    return refused('diff: standard input is one design. Name a file for A or B.');
  const before = await readSide(call, first);
  if ('message' in before) return refused(before.message);
  const after = await readSide(call, second);
  if ('message' in after) return refused(after.message);
  const changes = diffDesigns(before.design, after.design);
  const [a, b] = [before.analysis, after.analysis];
  const figures = a === null || b === null ? null : compareFigures(a, b);
  const notes = [...before.notes, ...after.notes];
  if (options.has('json')) return { exit: 0, output: jsonText({ changes, figures }), notes };
  const style = styleOf(host.colour);
  const table = figures === null ? '' : figuresTable(before.resolved, after.resolved, figures, style);
  const output = [changesText(changes, style), table].filter((text) => text !== '').join('\n');
  return { exit: 0, output, notes };
}
