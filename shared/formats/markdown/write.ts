import { layerTitles } from '../../diagram/palette';
import { formatFactor } from '../../math/format';
import { fixOf, messageOf, partNames } from '../../rules/finding-text';
import type { Finding } from '../../rules/rule';
import { complete, type WriteJob, type Written } from '../format';
import { type Table, tableOf } from '../report/table';
import { flowsTable, layersTable, nodesTable, totalsTable } from '../report/tables';
import { timeTable } from '../report/time-table';

/** What the tables are made of. */
export type MarkdownInput = Pick<WriteJob, 'resolved' | 'analysis' | 'findings'>;

/** Escapes markup, cell separators and HTML, on one line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&/g, '&amp;');
}

function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = line(columns.map(({ title }) => title));
  const rule = line(columns.map(({ align }) => (align === 'right' ? '---:' : ':---')));
  return [head, rule, ...rows.map((row) => line(row.map(escapeMarkdown)))].join('\n');
}

const section = (table: Table): readonly string[] =>
  table.rows.length === 0 ? [] : [`## ${table.title}\n\n${markdownTable(table)}`];

/** What is printed where there is no analysis: the parts themselves. */
function partsTable({ resolved }: MarkdownInput): Table {
  return tableOf('Nodes', resolved.nodes, [
    { title: 'Node', align: 'left', text: ({ name }) => name },
    { title: 'Layer', align: 'left', text: ({ layer }) => layerTitles[layer] },
    { title: 'Kind', align: 'left', text: ({ kind }) => kind.title },
  ]);
}

function findingsSection({ resolved, findings }: MarkdownInput): readonly string[] {
  if (findings === undefined) return [];
  if (findings.length === 0) return ['## Findings\n\nNone.'];
  const nameOf = partNames(resolved);
  const table = tableOf('Findings', findings, [
    { title: 'Severity', align: 'left', text: (finding: Finding) => finding.severity },
    { title: 'Part', align: 'left', text: ({ target }) => (target === '*' ? resolved.name : nameOf(target)) },
    { title: 'Finding', align: 'left', text: (finding) => messageOf(finding, nameOf) },
    { title: 'What to do', align: 'left', text: (finding) => fixOf(finding, nameOf) },
  ]);
  return section(table);
}

/**
 * The figures of a design as tables for a document: totals, flows, layers, latency by layer, nodes and findings. The same
 * input gives the same bytes.
 */
export function toMarkdown(input: MarkdownInput): string {
  const { resolved, analysis } = input;
  const title = `# ${escapeMarkdown(resolved.name)}`;
  const tables =
    analysis === null
      ? [partsTable(input)]
      : [
          totalsTable(analysis),
          flowsTable(resolved, analysis),
          layersTable(resolved, analysis),
          timeTable(resolved, analysis),
          nodesTable(resolved, analysis),
        ];
  const load = analysis === null ? [] : [`Figures at load ${formatFactor(analysis.load)}.`];
  const parts = [title, ...load, ...tables.flatMap(section), ...findingsSection(input)];
  return `${parts.join('\n\n')}\n`;
}

export const writeMarkdown = async (job: WriteJob): Promise<Written> => complete(toMarkdown(job));
