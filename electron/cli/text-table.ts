import stringWidth from 'string-width';
import type { Table } from '../../shared/formats/report/table';
import { highest } from '../../shared/math/extremes';
import { printable } from './printable';
import type { Style } from './style';

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** A table under its title, its columns aligned; '' for one without rows. */
export function textTable({ title, columns, rows }: Table, style: Style): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map((column, at) =>
    highest(
      cells.map((row) => stringWidth(row[at] ?? '')),
      stringWidth(column.title),
    ),
  );
  const line = (texts: readonly string[]): string =>
    `  ${columns.map(({ align }, at) => padded(texts[at] ?? '', widths[at] ?? 0, align)).join('  ')}`.trimEnd();
  const head = style.faint(line(columns.map((column) => column.title)));
  return `${[style.bold(title), head, ...cells.map(line)].join('\n')}\n`;
}
