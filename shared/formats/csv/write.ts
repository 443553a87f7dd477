import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { complete, type WriteJob, type Written } from '../format';

type Cell = string | number | boolean | null;

interface Row {
  readonly node: ResolvedNode;
  readonly figures: NodeFigures | undefined;
}

const figureNames = [
  'offeredRps',
  'carriedRps',
  'capacityRps',
  'utilization',
  'saturated',
  'refused',
  'waitProbability',
  'waitMs',
  'meanMs',
  'p50Ms',
  'p95Ms',
  'p99Ms',
  'p999Ms',
  'withCallsMeanMs',
  'withCallsP99Ms',
  'availability',
  'servers',
  'monthlyCostUsd',
  'storageBytes',
  'rpoSeconds',
  'rtoSeconds',
] as const satisfies readonly (keyof NodeFigures)[];

const columns: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['kind', ({ node }) => node.kind.id],
  ['technology', ({ node }) => node.technology],
  ['layer', ({ node }) => node.layer],
  ['group', ({ node }) => node.group],
  ...figureNames.map((name) => [name, ({ figures }: Row) => figures?.[name] ?? null] as const),
];

/** What begins a formula, also in the wide and small forms that spreadsheets read as the plain one. */
const operator = '[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]';
/** Blanks, control characters and characters without width: a spreadsheet may skip them. */
const skipped = '[\\s\\p{Cc}\\p{Cf}]';

/** A formula at the beginning, also behind what separates cells elsewhere; a tab or line break there could hide one. */
const atStart = new RegExp(`^(?:[\\t\\r\\n]|(?:${skipped}|[;,|])*${operator})`, 'u');
/** One behind a semicolon, a tab or a line break: where those separate cells, quotes in the middle of a line do not hold them. */
const gap = new RegExp(`(?:${skipped}|;)+`, 'gu');
const lastSeparator = /[;\t\r\n](?=[^;\t\r\n]*$)/;
const isOperator = new RegExp(`^${operator}`, 'u');

const markedInside = (text: string): string =>
  text.replace(gap, (blanks: string, at: number) =>
    isOperator.test(text.charAt(at + blanks.length)) ? blanks.replace(lastSeparator, "$&'") : blanks,
  );

/**
 * A cell of RFC 4180. Text is in quotes, and where a spreadsheet would take it for a formula an apostrophe is put before it (OWASP,
 * CSV injection); numbers are written as they are, a missing figure is an empty cell.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const marked = atStart.test(value) ? `'${value}` : value;
  return `"${markedInside(marked).replaceAll('"', '""')}"`;
}

/**
 * The nodes of a design with their figures, a row each, in the document's order. Columns have the names of the JSON, units
 * included, and numbers the notation of CSV in every language: what reads the file finds them by these.
 */
export function toCsv({ resolved, analysis }: Pick<WriteJob, 'resolved' | 'analysis'>): string {
  const figures = new Map((analysis?.nodes ?? []).map((node) => [node.id, node]));
  const rows = resolved.nodes.map((node) => ({ node, figures: figures.get(node.id) }));
  const lines = [
    columns.map(([name]) => csvCell(name)),
    ...rows.map((row) => columns.map(([, cell]) => csvCell(cell(row)))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

export const writeCsv = async (job: WriteJob): Promise<Written> => complete(toCsv(job));
