import type { CSSProperties } from 'react';
import { figureLineFit } from '../../../shared/diagram/card-text';
import type { CardFigures } from '../../../shared/diagram/figures';
import { t } from '../../words/t';
import { useDetail } from '../detail';
import { CardFigure } from './CardFigure';
import { cardSizesOf } from './card-sizes';
import styles from './FigureLine.module.css';

interface FigureProps {
  readonly figures: CardFigures;
}

interface NodeFigureProps extends FigureProps {
  /** The component, or the collapsed group. */
  readonly id: string;
}

/** Calls a second, then p99 with its target. */
export function FigureLine({ id, figures }: NodeFigureProps) {
  const { rps, rpsUnit, p99, target } = figures;
  const { withUnit, withTarget } = figureLineFit(figures, cardSizesOf(useDetail()));
  return (
    <span className={styles.line}>
      {rps === null ? null : (
        <span className={styles.figure}>
          <CardFigure card={id} metric="rps">
            <b>{rps}</b>
          </CardFigure>{' '}
          {withUnit ? rpsUnit : null}
        </span>
      )}
      {p99 === null ? null : (
        <span className={styles.figure}>
          <CardFigure card={id} metric="p99Ms">
            <b data-met={target?.met}>{p99}</b>
          </CardFigure>{' '}
          {t('p99')}
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

/** What the percentage on a card is of. */
export const ofCapacity = (percent: string): string => t('{percent} of capacity', { percent });

/** How full it is, with a tick at the planned limit; neutral below it, a warning from it on, hatched where saturated. */
export function LoadBar({ figures }: FigureProps) {
  const { utilization, planned, state } = figures;
  const widths = {
    '--fill': `${Math.min(1, utilization ?? 0) * 100}%`,
    '--least': (utilization ?? 0) > 0 ? '2px' : '0px',
    '--planned': `${Math.min(1, planned ?? 1) * 100}%`,
  } as CSSProperties;
  return <span className={styles.bar} data-state={state} style={widths} aria-hidden="true" />;
}

/** The bar with its percentage. */
export function CardBar({ id, figures }: NodeFigureProps) {
  const { utilization, percent, load, state } = figures;
  if (utilization === null || percent === null || load === null) return null;
  return (
    <span className={styles.load} data-tip={ofCapacity(load)}>
      <CardFigure card={id} metric="utilization" className={styles.whole}>
        <LoadBar figures={figures} />
      </CardFigure>
      <span className={styles.percent} data-state={state}>
        <CardFigure card={id} metric="utilization">
          {percent}
        </CardFigure>
      </span>
    </span>
  );
}
