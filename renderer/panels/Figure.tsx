import { noFigure } from '../../shared/math/format';
import type { Quantity } from '../../shared/math/quantity';
import { exactText, quantityText } from '../words/figures';

type Measure = Exclude<
  Quantity,
  string | { readonly part: string } | { readonly words: unknown } | { readonly list: unknown }
>;

interface FigureProps {
  readonly of: Measure | null;
  /** Leaves the unit to the column's head. */
  readonly bare?: boolean;
  readonly className?: string | undefined;
}

/** A number as it is printed everywhere: short, with the exact value in its tooltip. */
export function Figure({ of, bare = false, className }: FigureProps) {
  if (of === null) return <span className={className}>{noFigure}</span>;
  const text = quantityText(of);
  return (
    <span className={className} data-tip={exactText(of)}>
      {bare ? text.replace(/ rps$/, '') : text}
    </span>
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
