import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { emptyDesign } from '../../shared/model/empty-design';
import type { Design } from '../../shared/model/schema';
import { checkEstimates } from '../../shared/practice/check-estimates';
import { comparisonSteps } from '../../shared/practice/compare-attempts';
import { afterEvent } from '../../shared/practice/events';
import { scoreStepCount, scoreSteps } from '../../shared/practice/score';
import { variantShows } from '../../shared/practice/variant-shows';
import type {
  PracticeProgress,
  PracticeRequest,
  PracticeResponse,
  PracticeStudies,
} from './practice-protocol';
import type { AnalyzedDesign } from './protocol';
import type { JobContext } from './serve-jobs';

interface StudyContext extends JobContext<PracticeProgress> {
  /** Lets in the messages that came while the worker was busy: an abort among them. */
  readonly pause: () => Promise<void>;
}

/** What the worker of practice responds; null where a design has no figures, or nobody waits any more. */
export function practiceStudy(
  wanted: PracticeRequest,
  context: StudyContext,
): Promise<PracticeResponse | null> {
  switch (wanted.about) {
    case 'score':
      return inSteps(scoreSteps(wanted.request.attempt), scoreStepCount, context);
    case 'comparison': {
      const { first, second } = wanted.request;
      return inSteps(comparisonSteps(first, second), 2 * scoreStepCount, context);
    }
    case 'figures':
      return Promise.resolve(figures(wanted.request));
    case 'estimates': {
      const { problem, typed, design } = wanted.request;
      return Promise.resolve(checkEstimates(problem, typed, wholeDesign(design)));
    }
    case 'variant':
      return Promise.resolve(variantShows(wanted.request.problem, wanted.request.design));
    case 'survival': {
      const { problem, followUp } = wanted.request;
      const after = afterEvent(problem, problem.reference, followUp);
      return Promise.resolve(after === null ? null : after.failing.length === 0);
    }
  }
}

async function inSteps<T>(
  steps: Generator<number, T>,
  of: number,
  { signal, report, pause }: StudyContext,
): Promise<T | null> {
  for (let step = steps.next(); !signal.aborted; step = steps.next()) {
    if (step.done === true) return step.value;
    report({ done: step.value, of });
    await pause();
  }
  return null;
}

const wholeDesign = ({ id, name, system }: AnalyzedDesign): Design => ({
  ...emptyDesign(id, name, ''),
  system,
});

function figures({ design }: PracticeStudies['figures']['request']): PracticeStudies['figures']['response'] {
  const result = analyze(resolve(wholeDesign(design)));
  return result.ok ? result.analysis : null;
}
