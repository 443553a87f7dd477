import type { Table } from '../../shared/formats/report/table';
import { highest } from '../../shared/math/extremes';
import { graphemesOf } from '../../shared/math/graphemes';
import { printable } from './printable';
import type { Style } from './style';

/** Letters of East Asia, emoji that are drawn in colour by themselves or by the selector behind them, ideographs of further planes. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const invisible = /^[\p{M}\u200b-\u200f\u2060\ufeff]*$/u;

/**
 * Columns of a terminal that a text takes: two for the wide letters of East Asia and for an emoji, joined ones as one; none for
 * what is put on top of a letter.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const grapheme of graphemesOf(text)) {
    if (!invisible.test(grapheme)) columns += wide.test(grapheme) ? 2 : 1;
  }
  return columns;
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return align === 'right' ? space + text : text + space;
}

/** A table under its title, its columns aligned; '' for one without rows. */
export function textTable({ title, columns, rows }: Table, style: Style): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map((column, at) =>
    highest(
      cells.map((row) => columnsOf(row[at] ?? '')),
      columnsOf(column.title),
    ),
  );
  const line = (texts: readonly string[]): string =>
    `  ${columns.map(({ align }, at) => padded(texts[at] ?? '', widths[at] ?? 0, align)).join('  ')}`.trimEnd();
  const head = style.faint(line(columns.map((column) => column.title)));
  return `${[style.bold(title), head, ...cells.map(line)].join('\n')}\n`;
}
