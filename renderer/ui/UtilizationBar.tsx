import type { CSSProperties } from 'react';
import type { LoadState } from '../../shared/diagram/load-state';
import styles from './UtilizationBar.module.css';

interface UtilizationBarProps {
  readonly utilization: number;
  /** The planned limit, at which the tick is drawn. */
  readonly limit: number;
  readonly state: LoadState;
  readonly className?: string | undefined;
}

/** How full something is, with a tick at its planned limit; the figure beside it says the same in words. */
export function UtilizationBar({ utilization, limit, state, className }: UtilizationBarProps) {
  const widths = {
    '--fill': `${Math.min(1, utilization) * 100}%`,
    '--limit': `${Math.min(1, limit) * 100}%`,
  };
  return (
    <span
      aria-hidden="true"
      className={[styles.bar, className].filter(Boolean).join(' ')}
      data-state={state}
      style={widths as CSSProperties}
    />
  );
}
