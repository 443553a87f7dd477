import type { Analysis } from '../../shared/analysis/analysis';
import { compareFigures } from '../../shared/analysis/compare';
import { resolve } from '../../shared/catalog/resolve';
import { diffDesigns, type FieldChange, type PartChange } from '../../shared/model/diff';
import type { Design } from '../../shared/model/schema';
import { assess } from './assess';
import { type Call, type Command, jsonText, type Outcome, refused } from './command';
import { figuresTable } from './figure-changes';
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
  readonly name: string;
  readonly design: Design;
  readonly analysis: Analysis | null;
  readonly notes: readonly string[];
}

async function readSide({ host }: Call, name: string): Promise<Side | { readonly message: string }> {
  const read = await readDesign(host, name);
  if (!read.ok) return read;
  const { analysis, obstacle } = assess(resolve(read.value));
  const notes = obstacle === '' ? [] : [`${inputName(name)}: ${obstacle}`];
  return { name, design: read.value, analysis, notes };
}

async function run(call: Call): Promise<Outcome> {
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
  const table =
    figures === null ? '' : figuresTable(resolve(before.design), resolve(after.design), figures, style);
  const output = [changesText(changes, style), table].filter((text) => text !== '').join('\n');
  return { exit: 0, output, notes };
}

export const diffCommand: Command = {
  id: 'diff',
  operands: ['A', 'B'],
  options: [{ name: 'json', summary: 'Print one JSON value.' }],
  summary: 'Tell what changed from design A to design B, and what it did to the figures.',
  run,
};
