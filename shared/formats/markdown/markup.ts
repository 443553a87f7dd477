import type { Table } from '../report/table';

/** Escapes markup, cell separators and HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&/g, '&amp;');
}

/** A table in Markdown, without its title. */
export function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = line(columns.map(({ title }) => title));
  const rule = line(columns.map(({ align }) => (align === 'right' ? '---:' : ':---')));
  return [head, rule, ...rows.map((row) => line(row.map(escapeMarkdown)))].join('\n');
}
