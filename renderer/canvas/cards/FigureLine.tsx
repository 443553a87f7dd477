import type { CSSProperties } from 'react';
import type { CardFigures } from '../../../shared/diagram/figures';
import { t } from '../../words/t';
import styles from './FigureLine.module.css';

interface FigureLineProps {
  readonly figures: CardFigures;
  readonly withTarget: boolean;
}

/** Calls a second, then p99 with its target. */
export function FigureLine({ figures, withTarget }: FigureLineProps) {
  const { rps, rpsUnit, p99, target } = figures;
  return (
    <span className={styles.line}>
      {rps === null ? null : (
        <span className={styles.figure}>
          <b>{rps}</b> {rpsUnit}
        </span>
      )}
      {p99 === null ? null : (
        <span className={styles.figure}>
          <b>{p99}</b> {t('p99')}
          {target !== null && withTarget ? (
            <span className={styles.target} data-met={target.met}>
              {' '}
              {target.text}
            </span>
          ) : null}
        </span>
      )}
    </span>
  );
}

/** How full it is, with a tick at the planned limit; neutral below it, a warning from it on, hatched where saturated. */
export function CardBar({ figures }: { readonly figures: CardFigures }) {
  const { utilization, percent, planned, state } = figures;
  if (utilization === null || percent === null) return null;
  const widths = {
    '--fill': `${Math.min(1, utilization) * 100}%`,
    '--least': utilization > 0 ? '2px' : '0px',
    '--planned': `${Math.min(1, planned ?? 1) * 100}%`,
  } as CSSProperties;
  return (
    <span className={styles.load}>
      <span className={styles.bar} data-state={state} style={widths} aria-hidden="true" />
      <span className={styles.percent} data-state={state}>
        {percent}
      </span>
    </span>
  );
}
