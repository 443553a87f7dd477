import type { ReactNode } from 'react';
import type { FlowFigures } from '../../../shared/analysis/analysis';
import styles from './FlowSplit.module.css';
import { Waterfall } from './Waterfall';

interface FlowSplitProps {
  /** The chosen flow; null where there is none. */
  readonly flow: FlowFigures | null;
  /** One element, which scrolls by itself where both have room. */
  readonly children: ReactNode;
}

/** The frame of a tab about flows: its content, and the waterfall of the chosen flow beside it, or below where it is narrow. */
export function FlowSplit({ flow, children }: FlowSplitProps) {
  return (
    <div className={styles.split} data-alone={flow === null ? '' : undefined}>
      {children}
      {flow === null ? null : <Waterfall flow={flow} />}
    </div>
  );
}
