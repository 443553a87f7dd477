import { useEffect } from 'react';
import type { Finding } from '../../../shared/rules/rule';
import { t } from '../../words/t';
import styles from './FindingItem.module.css';
import { useFixEffect } from './use-fix-effect';

interface EffectLinesProps {
  readonly finding: Finding;
  /** The title of the fix. */
  readonly title: string;
}

/** The effect of a fix on the figures, before and after. */
export function EffectLines({ finding, title }: EffectLinesProps) {
  const { lines, ask } = useFixEffect(finding);
  useEffect(ask);
  if (lines === null) return null;
  return (
    <div className={styles.effect} data-figures="">
      <span className={styles.effectOf}>{t('After “{title}”:', { title })}</span>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
