import { useEffect, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import type { Attempt } from '../../../shared/practice/attempt';
import type { EstimateVerdict } from '../../../shared/practice/check-estimates';
import type { Problem } from '../../../shared/practice/problem';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import { t } from '../../words/t';

interface CheckedEstimates {
  readonly verdicts: readonly EstimateVerdict[];
  /** Why there are none; null where there are, or none is wanted. */
  readonly failure: string | null;
}

const nothingChecked: CheckedEstimates = { verdicts: [], failure: null };

/**
 * What was typed against the problem and the design, worked out beside the window: the analysis that it takes is up to tens of
 * milliseconds, too long for each key. The last verdicts stay until the next are there; without a problem there are none.
 */
export function useEstimateVerdicts(
  problem: Problem | undefined,
  typed: Attempt['estimates'],
  design: Design | null,
): CheckedEstimates {
  const [checked, setChecked] = useState(nothingChecked);
  // Where things stand has no say in the estimates: a drag asks for nothing.
  const id = design?.id;
  const system = design?.system;
  useEffect(() => {
    if (problem === undefined || id === undefined || system === undefined) {
      setChecked(nothingChecked);
      return undefined;
    }
    const left = new AbortController();
    const request = { problem, typed, design: { id, name: '', system } };
    void practiceStudy('estimates', request, { signal: left.signal }).then((outcome) => {
      const answer = responseOf(outcome);
      if (answer === null || left.signal.aborted) return;
      setChecked(
        'failure' in answer
          ? {
              verdicts: [],
              failure: t('The estimates could not be checked: {message}', { message: answer.failure }),
            }
          : { verdicts: answer.response, failure: null },
      );
    });
    return () => left.abort();
  }, [problem, typed, id, system]);
  return checked;
}
