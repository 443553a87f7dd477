import type { ReactNode } from 'react';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { noFigure } from '../../shared/math/format';
import type { Quantity } from '../../shared/math/quantity';
import { useExplain } from '../store/explained';
import { dollarsText, exactText, quantityText, rpsText } from '../words/figures';
import styles from './Figure.module.css';

export type Measure = Exclude<
  Quantity,
  string | { readonly part: string } | { readonly words: unknown } | { readonly list: unknown }
>;

interface FigureProps {
  readonly of: Measure | null;
  /** Leaves the unit to the column's head. */
  readonly bare?: boolean;
  readonly className?: string | undefined;
  /** Which figure it is: a click or Enter on it opens how it came about. */
  readonly name?: FigureName | undefined;
  /** The load that it is of, where that is not the one that is shown. */
  readonly load?: number | undefined;
}

/** A number as it is printed everywhere: short, with the exact value in its tooltip. */
export function Figure({ of, bare = false, className, name, load }: FigureProps) {
  const shown = of === null ? noFigure : bare ? bareText(of) : quantityText(of);
  const tip = of === null ? undefined : exactText(of);
  if (name === undefined)
    return (
      <span className={className} data-tip={tip}>
        {shown}
      </span>
    );
  return (
    <ExplainedText name={name} tip={tip} className={className} load={load}>
      {shown}
    </ExplainedText>
  );
}

/** A rate or an amount without its unit, in every language; anything else as it is always written. */
export function bareText(of: Measure): string {
  if ('rps' in of) return rpsText(of.rps);
  return 'usd' in of ? dollarsText(of.usd) : quantityText(of);
}

interface ExplainedTextProps {
  readonly name: FigureName;
  /** The exact value. */
  readonly tip?: string | undefined;
  readonly className?: string | undefined;
  /** The load that the figure is of, where that is not the one that is shown. */
  readonly load?: number | undefined;
  readonly children: ReactNode;
}

/** The text of a figure, or a word in its place such as `unbounded`, that opens how it came about. */
export function ExplainedText({ name, tip, className, load, children }: ExplainedTextProps) {
  const explain = useExplain();
  return (
    <button
      type="button"
      className={className === undefined ? styles.figure : `${styles.figure} ${className}`}
      data-tip={tip}
      data-figure={`${name.part}.${name.metric}`}
      aria-haspopup="dialog"
      onClick={(event) => {
        // A row behind it selects its part.
        event.stopPropagation();
        explain(name, event.currentTarget, load);
      }}
    >
      {children}
    </button>
  );
}

/** Below a microsecond a time is what rounding left of nothing. */
const leastMs = 1e-3;

/** `{ ms }` of a value that may be missing. */
export const msOf = (ms: number | null | undefined): Measure | null =>
  ms == null ? null : { ms: Math.abs(ms) < leastMs ? 0 : ms };
export const rpsOf = (rps: number | null | undefined): Measure | null => (rps == null ? null : { rps });
export const shareOf = (share: number | null | undefined): Measure | null =>
  share == null ? null : { share };
