import { type ReactNode, useId } from 'react';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { ExplainedText } from '../panels/Figure';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './StatusBar.module.css';

interface StatusItemProps {
  /** What gives way first in a narrow window; a missed target stays longer. */
  readonly rank?: 'availability' | 'cost' | 'recovery' | 'bottleneck' | undefined;
  readonly missed?: boolean;
  readonly tip: string;
  readonly onOpen: () => void;
  /** Words with figures in them. */
  readonly children: ReactNode;
}

/**
 * Words of the status bar that open what they speak of, while each figure in them opens how it came about. One whose target is
 * missed has an icon, and says so to a screen reader.
 */
export function StatusItem({ rank, missed = false, tip, onOpen, children }: StatusItemProps) {
  const id = useId();
  return (
    <span className={styles.item} data-rank={rank} data-missed={missed ? '' : undefined}>
      <button type="button" className={styles.opens} aria-labelledby={id} data-tip={tip} onClick={onOpen} />
      <span id={id} className={styles.words}>
        {missed ? (
          <span className={styles.broken}>
            <Icon name="circle-alert" size={14} label={t('Target missed')} />
          </span>
        ) : null}
        <span className={styles.phrase}>{children}</span>
      </span>
    </span>
  );
}

interface StatusFigureProps {
  readonly name: FigureName;
  /** The exact value. */
  readonly tip?: string | undefined;
  readonly broken?: boolean;
  readonly children: ReactNode;
}

/** A figure of the status bar that opens how it came about. */
export const StatusFigure = ({ name, tip, broken = false, children }: StatusFigureProps) => (
  <ExplainedText name={name} tip={tip}>
    <b className={broken ? styles.broken : undefined}>{children}</b>
  </ExplainedText>
);
