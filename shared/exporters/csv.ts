import type { NodeFigures } from '../analysis/analysis';
import type { ResolvedNode } from '../catalog/resolved';
import type { Exporter, ExportInput } from './exporter';

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

/**
 * A cell of RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection);
 * numbers are written as they are, what does not exist is empty.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The nodes of a design with their figures, a row each, in the document's order; units stand in the names of the columns. */
export function toCsv({ resolved, analysis }: ExportInput): string {
  const figures = new Map((analysis?.nodes ?? []).map((node) => [node.id, node]));
  const rows = resolved.nodes.map((node) => ({ node, figures: figures.get(node.id) }));
  const lines = [
    columns.map(([name]) => csvCell(name)),
    ...rows.map((row) => columns.map(([, cell]) => csvCell(cell(row)))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

export const csvExporter: Exporter = {
  id: 'csv',
  title: 'Table of nodes (CSV)',
  extension: 'csv',
  mediaType: 'text/csv',
  toText: toCsv,
};
