import { nodeTitle } from '../../catalog/node-title';
import type { ResolvedDesign } from '../../catalog/resolved';
import { layerTitles } from '../../diagram/palette';
import type { Writing } from '../../model/schema';
import { partNames } from '../../rules/finding-text';
import { complete, type WriteJob, type Written } from '../format';
import { reportWords } from '../report/report-words';
import { type Table, tableOf } from '../report/table';
import { estimatesTable, flowsTable, layersTable, nodesTable, totalsTable } from '../report/tables';
import { timeTable } from '../report/time-table';
import { findingsTable } from '../report/written-tables';
import { escapeMarkdown, markdownTable } from './markup';
import { writtenDocument } from './written';

/** What the tables are made of. */
export type MarkdownInput = Pick<WriteJob, 'resolved' | 'analysis' | 'findings' | 'language' | 'only'> & {
  /** What is written about the design: where there is any, the tables are in its sections. */
  readonly writing?: Writing | undefined;
};

const section = (table: Table): readonly string[] =>
  table.rows.length === 0 ? [] : [`## ${table.title}\n\n${markdownTable(table)}`];

/** What is printed where there is no analysis: the parts themselves. */
function partsTable({ resolved, language }: MarkdownInput): Table {
  const { say } = reportWords(language);
  return tableOf(say('Nodes'), resolved.nodes, [
    { title: say('Node'), align: 'left', text: (node) => nodeTitle(node, language) },
    { title: say('Layer'), align: 'left', text: ({ layer }) => say(layerTitles[layer]) },
    { title: say('Kind'), align: 'left', text: ({ kind }) => say(kind.title) },
  ]);
}

function findingsSection({ resolved, findings, language }: MarkdownInput): readonly string[] {
  const { say } = reportWords(language);
  if (findings === undefined) return [];
  if (findings.length === 0) return [`## ${say('Findings')}\n\n${say('None.')}`];
  return section(findingsTable(resolved, findings, language));
}

/** The parts named alone, with their findings; what is of the whole design is left out. */
function excerptOf(input: MarkdownInput, only: ReadonlySet<string>): readonly string[] {
  const { resolved, analysis, findings, language } = input;
  const parts = { ...resolved, nodes: resolved.nodes.filter(({ id }) => only.has(id)) };
  const calls = resolved.edges.filter(({ from, to }) => only.has(from) && only.has(to));
  const ids = new Set([...only, ...calls.map(({ id }) => id)]);
  const table =
    analysis === null ? partsTable({ ...input, resolved: parts }) : nodesTable(parts, analysis, language);
  const found = (findings ?? []).filter(({ target }) => ids.has(target));
  return [
    ...section(table),
    ...section(callsTable(input, calls)),
    ...(found.length === 0 ? [] : findingsSection({ ...input, findings: found })),
  ];
}

function callsTable({ resolved, language }: MarkdownInput, calls: ResolvedDesign['edges']): Table {
  const { say } = reportWords(language);
  const nameOf = partNames(resolved, language);
  return tableOf(say('Calls'), calls, [
    { title: say('From'), align: 'left', text: ({ from }) => nameOf(from) },
    { title: say('To'), align: 'left', text: ({ to }) => nameOf(to) },
    { title: say('Protocol'), align: 'left', text: ({ protocol }) => protocol },
  ]);
}

const loadLine = ({ analysis, language }: MarkdownInput): readonly string[] =>
  analysis === null
    ? []
    : [reportWords(language).say('Figures at load {load}.', { load: { factor: analysis.load } })];

/**
 * The figures of a design as tables for a document: totals, flows, layers, latency by layer, nodes and findings; of a design about
 * which something is written, its sections with the tables in them. The same input gives the same bytes. Of some parts `only`: their figures, the calls between them and what was found on them.
 */
export function toMarkdown(input: MarkdownInput): string {
  const { resolved, analysis, language } = input;
  const title = `# ${escapeMarkdown(resolved.name)}`;
  const head = [title, ...loadLine(input)];
  if (input.only !== undefined)
    return `${[...head, ...excerptOf(input, new Set(input.only))].join('\n\n')}\n`;
  if (input.writing !== undefined)
    return `${[...head, ...writtenDocument({ ...input, writing: input.writing })].join('\n\n')}\n`;
  const tables =
    analysis === null
      ? [partsTable(input)]
      : [
          totalsTable(analysis, language),
          estimatesTable(analysis, language),
          flowsTable(resolved, analysis, language),
          layersTable(resolved, analysis, language),
          timeTable(resolved, analysis, language),
          nodesTable(resolved, analysis, language),
        ];
  const parts = [...head, ...tables.flatMap(section), ...findingsSection(input)];
  return `${parts.join('\n\n')}\n`;
}

export const writeMarkdown = async (job: WriteJob): Promise<Written> =>
  complete(toMarkdown({ ...job, writing: job.design.writing }));
