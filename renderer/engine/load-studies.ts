import { growth } from '../../shared/analysis/growth';
import { loadLimitSteps } from '../../shared/analysis/load-limits';
import { sweepSteps } from '../../shared/analysis/sweep';
import { curvePointCount } from '../../shared/analysis/sweep-loads';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import type { LoadProgress, LoadStudies, LoadStudyRequest } from './protocol';

interface StudyContext {
  readonly signal: AbortSignal;
  readonly report: (progress: LoadProgress) => void;
  /** Lets in the messages that came while the worker was busy: an abort among them. */
  readonly pause: () => Promise<void>;
}

/** What the worker responds to a request about other loads; null where the design has no figures, or nobody waits any more. */
export function loadStudy(
  wanted: LoadStudyRequest,
  resolved: ResolvedDesign,
  context: StudyContext,
): Promise<LoadStudies[keyof LoadStudies]['response']> {
  switch (wanted.about) {
    case 'curve':
      return curve(resolved, wanted.request.flow, context);
    case 'load-limits':
      return limits(resolved, context);
    case 'growth':
      return Promise.resolve(growthOf(resolved));
  }
}

async function curve(
  resolved: ResolvedDesign,
  flow: string,
  { signal, report, pause }: StudyContext,
): Promise<LoadStudies['curve']['response']> {
  const steps = sweepSteps(resolved, { flow, pointCount: curvePointCount });
  let done = 0;
  for (let step = steps.next(); !signal.aborted; step = steps.next()) {
    if (step.done === true) return step.value.ok ? step.value.sweep : null;
    done += 1;
    report({ done, of: curvePointCount });
    await pause();
  }
  return null;
}

async function limits(
  resolved: ResolvedDesign,
  { signal, report, pause }: StudyContext,
): Promise<LoadStudies['load-limits']['response']> {
  const steps = loadLimitSteps(resolved);
  for (let step = steps.next(); !signal.aborted; step = steps.next()) {
    if (step.done === true) return step.value.ok ? step.value.limits : null;
    report(step.value);
    await pause();
  }
  return null;
}

function growthOf(resolved: ResolvedDesign): LoadStudies['growth']['response'] {
  const result = growth(resolved);
  return result.ok ? { annualGrowth: result.annualGrowth, stations: result.stations } : null;
}
