import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './ReferenceDialog.module.css';

interface EntryProps {
  readonly summary: ReactNode;
  /** It is the page that was asked for: open, in sight, and where the keyboard goes on. */
  readonly isWanted: boolean;
  readonly children: (isOpen: boolean) => ReactNode;
}

/** A line of the reference that opens its page below it. */
export function Entry({ summary, isWanted, children }: EntryProps) {
  const [isOpen, setOpen] = useState(isWanted);
  const line = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    setOpen(true);
    // The dialog around it is shown after its lines are there.
    const shown = requestAnimationFrame(() => {
      line.current?.scrollIntoView({ block: 'start' });
      line.current?.querySelector('summary')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(shown);
  }, [isWanted]);
  return (
    <details
      ref={line}
      className={styles.entry}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary {...(isWanted ? { 'data-autofocus': '' } : {})}>{summary}</summary>
      {children(isOpen)}
    </details>
  );
}
