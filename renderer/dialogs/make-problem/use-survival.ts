import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/practice/problem';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';

/**
 * What the reference makes of each follow-up by its event, worked out beside the window as they are written: null where it has nothing
 * that the event could happen to. `isSettled` once all are known.
 */
export function useSurvival(problem: Problem | null): {
  readonly survives: ReadonlyMap<string, boolean | null>;
  readonly isSettled: boolean;
} {
  const [known, setKnown] = useState<ReadonlyMap<string, boolean | null>>(new Map());
  const next = problem?.followUps.find((followUp) => !known.has(keyOf(followUp)));
  useEffect(() => {
    if (problem === null || next === undefined) return undefined;
    const left = new AbortController();
    const request = { problem, followUp: next };
    void practiceStudy('survival', request, { signal: left.signal }).then((outcome) => {
      const answer = responseOf(outcome);
      if (answer === null || left.signal.aborted) return;
      if ('failure' in answer)
        toast(t('The follow-up could not be tried: {message}', { message: answer.failure }), {
          tone: 'error',
        });
      else setKnown((before) => new Map(before).set(keyOf(next), answer.response));
    });
    return () => left.abort();
  }, [problem, next]);
  const isSettled = problem?.followUps.every((followUp) => known.has(keyOf(followUp))) ?? true;
  return { survives: known, isSettled };
}

/** A follow-up by what happens in it. */
export const keyOf = ({ event }: Problem['followUps'][number]): string => JSON.stringify(event);
