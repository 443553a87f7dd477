import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../../ui/Icon';
import styles from './Problems.module.css';

interface ProblemSectionProps {
  readonly title: string;
  readonly count: number;
  /** Whether it can be folded to its heading, and its initial state. */
  readonly fold?: 'open' | 'folded' | undefined;
  readonly children: ReactNode;
}

/** A part of the Problems list under its heading, with how many there are. */
export function ProblemSection({ title, count, fold, children }: ProblemSectionProps) {
  const id = useId();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isOpen = fold === undefined || (wanted ?? fold === 'open');
  const words = (
    <>
      {title} <span className={styles.count}>{count}</span>
    </>
  );
  return (
    <section className={styles.stage} aria-label={title}>
      <h2 className={styles.heading}>
        {fold === undefined ? (
          words
        ) : (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setWanted(!isOpen)}
          >
            {words}
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
          </button>
        )}
      </h2>
      {isOpen ? <ul id={id}>{children}</ul> : null}
    </section>
  );
}
