import { type DocumentBlock, tableOfBlock } from '../../../shared/formats/report/document';
import type { Table } from '../../../shared/formats/report/table';
import type { Design } from '../../../shared/model/schema';
import { resolvedOf, useReport } from '../../store/report';
import { language } from '../../words/language';
import { t } from '../../words/t';
import styles from './Document.module.css';

/** Rows of a table that the document shows: more than one reads. */
const mostRows = 100;

/** What is in place of a table without rows; null where nothing is missed. */
function emptyWords(block: DocumentBlock): string | null {
  switch (block) {
    case 'targets':
      return t('No targets are set. They are set in the inspector: of the design, a flow or a component.');
    case 'flows':
      return t('There are no flows yet.');
    case 'nodes':
      return t('Nothing is drawn yet.');
    case 'findings':
      return t('No rule found anything.');
    default:
      return null;
  }
}

/** A table of the analysis as it is now. */
export function FigureTable({ block, design }: { readonly block: DocumentBlock; readonly design: Design }) {
  const analysis = useReport((state) => state.analysis);
  const findings = useReport((state) => state.findings);
  const withheld = useReport((state) => state.withheld);
  if (block === 'findings' && withheld)
    return <p className={styles.muted}>{t('Findings are not shown during an exam.')}</p>;
  const input = {
    resolved: resolvedOf(design).design,
    analysis,
    findings,
    writing: {},
    language: language(),
  };
  const table = tableOfBlock(block, input);
  const empty = emptyWords(block);
  if (table !== null) return <TableView table={table} />;
  return empty === null ? null : <p className={styles.muted}>{empty}</p>;
}

export function TableView({ table: { title, columns, rows } }: { readonly table: Table }) {
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      {/* A wide table scrolls, by the keyboard too. */}
      <section className={styles.wide} aria-label={title} tabIndex={rows.length === 0 ? undefined : 0}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" data-align={column.align}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate="no">
            {keyed(rows.slice(0, mostRows)).map(({ key, row }) => (
              <tr key={key}>
                {columns.map((column, cell) => (
                  <td key={column.title} data-align={column.align}>
                    {row[cell]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length <= mostRows ? null : (
        <p className={styles.muted}>
          {t('{shown} of {count} rows; a file in Markdown or CSV has all of them.', {
            shown: mostRows,
            count: rows.length,
          })}
        </p>
      )}
    </figure>
  );
}

interface KeyedRow {
  readonly key: string;
  readonly row: readonly string[];
}

/** The rows with keys: a row is known by its words, those that say the same by their number. */
function keyed(rows: readonly (readonly string[])[]): readonly KeyedRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const text = row.join(' | ');
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return { key: `${count} ${text}`, row };
  });
}
