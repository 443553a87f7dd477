import type { Analysis } from '../../../shared/analysis/analysis';
import { type TourStep, tourSteps, type ViewState } from '../../store/editor/view';

type Tour = NonNullable<ViewState['tour']>;

/** What of the window the tour looks at. */
export interface TourSight {
  readonly analysis: Analysis | null;
  /** The figures are those of an older design. */
  readonly stale: boolean;
  readonly selected: ReadonlySet<string>;
}

/** The overloaded component with the highest utilization; null where none is. */
export const overloadedIn = (analysis: Analysis | null): string | null =>
  (analysis?.nodes ?? [])
    .filter(({ saturated }) => saturated)
    .sort((a, b) => (b.utilization ?? 0) - (a.utilization ?? 0))[0]?.id ?? null;

const offeredIn = (analysis: Analysis): number =>
  analysis.flows.reduce((sum, { rateRps }) => sum + rateRps, 0);

/** As good as all: requests that are lost to rounding are none. */
const allServed = 0.999_9;

/** Whether a design serves at least so much: no component is overloaded and no request is refused. */
function serves(analysis: Analysis, askedRps: number): boolean {
  return (
    offeredIn(analysis) >= askedRps * allServed &&
    overloadedIn(analysis) === null &&
    analysis.flows.every(({ saturated, servedShare }) => !saturated && servedShare >= allServed)
  );
}

/** The step after one; the last stays. */
export const stepAfter = (step: TourStep): TourStep => tourSteps[tourSteps.indexOf(step) + 1] ?? step;

/** The tour one step on; what is offered when the fix begins has to be served at its end. */
export const movedOn = ({ step, askedRps }: Tour, analysis: Analysis | null): Tour => ({
  step: stepAfter(step),
  askedRps: stepAfter(step) === 'fix' && analysis !== null ? offeredIn(analysis) : askedRps,
});

/** Whether the person did what a step asks for, so that the tour goes on by itself. */
export function isStepDone({ step, askedRps }: Tour, { analysis, stale, selected }: TourSight): boolean {
  if (analysis === null || stale) return false;
  if (step === 'fix') return serves(analysis, askedRps);
  const overloaded = overloadedIn(analysis);
  return step === 'overload' && overloaded !== null && selected.has(overloaded);
}
