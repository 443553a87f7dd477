import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

/** A page beside the editor, such as the library: a bar at the head, and below it what scrolls. */
export function Page({ bar, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.bar}>{bar}</header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

interface PageContentProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What is on a page, in a column of a width that is easily read. */
export function PageContent({ className, children }: PageContentProps) {
  return <div className={[styles.content, className].filter(Boolean).join(' ')}>{children}</div>;
}
