import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';
import { formatExactly } from '../../shared/math/format';
import { type Field, fieldSections } from '../../shared/model/fields/field';
import { fieldsBySection } from '../../shared/model/fields/index';
import { filesBelow } from '../architecture/source-files';

type Row = readonly string[];

const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function formOf({ shape }: Field): string {
  switch (shape.type) {
    case 'number': {
      const { unit, whole, min = 0, max } = shape;
      const bounds = `${min} to ${max === undefined ? 'unbounded' : formatExactly(max, '')}`;
      return `${whole ? 'whole number' : 'number'}${unit === 'count' ? '' : `, ${unit}`}, ${bounds}`;
    }
    case 'choice':
      return shape.options.join(', ');
    case 'several':
      return `any of ${shape.options.join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'share-by-flow':
      return 'a share for each flow id';
    case 'price-per-gb':
      return 'US dollars a GB, or tiers by volume: [{ "uptoGb": 10240, "usd": 0.09 }, { "usd": 0.085 }]';
    case 'text':
      return 'text';
  }
}

const sources: readonly (readonly [name: string, text: string])[] = filesBelow(
  'shared/analysis',
  'shared/rules',
  'shared/catalog',
).flatMap((path) => {
  const isRule = /^shared\/rules\/[a-z]+\/[a-z-]+\.ts$/.test(path) && !/\/(facts|fixes)\//.test(path);
  const isFigure = path.startsWith('shared/analysis/');
  if (!path.endsWith('.ts') || !(isRule || isFigure)) return [];
  return [
    [isRule ? basename(path, '.ts') : 'figures', readFileSync(join(projectRoot, path), 'utf8')] as const,
  ];
});

/** What names a field in its source: the figures, and rules by their ids. */
export function readersOf(field: string): readonly string[] {
  const named = new RegExp(`\\b${field}\\b`);
  return [...new Set(sources.flatMap(([name, text]) => (named.test(text) ? [name] : [])))].sort();
}

function row(name: string, field: Field): Row {
  const { title, hint = '', neutral } = field;
  const fallback = neutral === undefined ? '' : `${String(neutral.value)}: ${neutral.why}`;
  const rules = readersOf(name).filter((reader) => reader !== 'figures');
  const figures = readersOf(name).includes('figures') ? ['figures'] : [];
  return [`\`${name}\``, title, formOf(field), hint, fallback, [...figures, ...rules].join(', ')];
}

const head: Row = ['Field', 'Name', 'Value', 'What it means', 'Where nothing is set', 'Named by'];

/** Every configuration field, a table a section, as help and contributors read it. */
export function fieldPage(): string {
  const parts = fieldSections.map((section) => {
    const fields: readonly (readonly [string, Field])[] = Object.entries(fieldsBySection[section]);
    return `## ${section}\n\n${table(
      head,
      fields.map(([name, field]) => row(name, field)),
    )}\n`;
  });
  return [
    '# Configuration fields\n',
    'What `config` of a component can hold. A field that is left out has the default of its technology, else of its kind, else the one below.\n',
    ...parts,
  ].join('\n');
}
