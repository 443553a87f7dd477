import type { PracticeProgress } from '../engine/practice-protocol';
import { t } from '../words/t';
import styles from './Room.module.css';

/** How far scoring has come. */
export function ScoringStatus({ progress }: { readonly progress: PracticeProgress | null }) {
  return (
    <div className={styles.scoring}>
      <p role="status">{t('Scoring…')}</p>
      <progress aria-label={t('Scoring…')} max={progress?.of ?? 1} value={progress?.done ?? 0} />
    </div>
  );
}
