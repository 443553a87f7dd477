import { noFigure } from '../../math/format';

/** A table of words and figures that are formatted already: Markdown and a terminal print the same one. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A column of rows of one kind: its title and what it says of a row. */
export interface ColumnOf<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** null for a figure that does not exist. */
  readonly text: (row: Row) => string | null;
}

const isEmpty = (text: string | null): boolean => text === null || text === '';

/** The table of these rows; a column without any value, such as a cost that is not set, is left out. */
export function tableOf<Row>(title: string, rows: readonly Row[], columns: readonly ColumnOf<Row>[]): Table {
  const texts = columns.map((column) => rows.map(column.text));
  const shown = columns.flatMap((column, at) => (texts[at]?.every(isEmpty) === true ? [] : [{ column, at }]));
  return {
    title,
    columns: shown.map(({ column }) => ({ title: column.title, align: column.align ?? 'right' })),
    rows: rows.map((_, row) => shown.map(({ at }) => texts[at]?.[row] ?? noFigure)),
  };
}

/** A formatted figure, or null where there is none. */
export const figureText = (value: number | null, format: (value: number) => string): string | null =>
  value === null ? null : format(value);
