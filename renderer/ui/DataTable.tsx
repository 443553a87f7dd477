import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

interface DataTableProps {
  /** The class of the table it is: its least width and the look of its rows. */
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A table of figures whose head stays in view; cells that have `data-number` are aligned at the right. */
export function DataTable({ className, children }: DataTableProps) {
  return <table className={[styles.table, className].filter(Boolean).join(' ')}>{children}</table>;
}
