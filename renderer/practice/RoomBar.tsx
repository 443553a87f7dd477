import type { ReactNode } from 'react';
import { goHome, goToPractice } from '../storage/library';
import { Button } from '../ui/Button';
import { t } from '../words/t';
import styles from './Room.module.css';

/** What the bar of a page of practice has: ways back at the left, what can be done at the right. */
export function RoomBar({
  inReview,
  children,
}: {
  readonly inReview: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <nav className={styles.ways} aria-label={t('Pages')}>
        <Button variant="quiet" icon="arrow-left" onClick={() => void (inReview ? goToPractice() : goHome())}>
          {inReview ? t('Practice') : t('Designs')}
        </Button>
      </nav>
      <div className={styles.actions}>{children}</div>
    </>
  );
}
