import type { ReactNode } from 'react';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { noFigure } from '../../shared/math/format';
import { t } from '../words/t';
import { ExplainedText, Figure, type Measure } from './Figure';

interface NumberRowProps {
  readonly title: string;
  readonly name: FigureName;
  readonly of: Measure | null;
  /** Red: it says that something is broken. */
  readonly broken?: boolean;
  /** What is in place of a figure that does not exist. */
  readonly none?: string | undefined;
  /** What stands after the figure. */
  readonly children?: ReactNode;
}

/** A row of a list of figures, each of which opens how it came about. */
export function NumberRow({ title, name, of, broken = false, none = noFigure, children }: NumberRowProps) {
  return (
    <>
      <dt>{title}</dt>
      <dd data-broken={broken ? '' : undefined}>
        {of === null ? <ExplainedText name={name}>{none}</ExplainedText> : <Figure of={of} name={name} />}
        {children}
      </dd>
    </>
  );
}

/** A row of a list of figures that is left out where the figure does not exist. */
export const KnownRow = (props: NumberRowProps): ReactNode =>
  props.of === null ? null : <NumberRow {...props} />;

/** A row whose figure may grow without bound. */
export const BoundedRow = (props: Omit<NumberRowProps, 'none'>): ReactNode => (
  <NumberRow {...props} none={t('unbounded')} />
);
