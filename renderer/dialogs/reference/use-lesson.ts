import { useEffect, useState } from 'react';
import type { Analysis } from '../../../shared/analysis/analysis';
import type { Design } from '../../../shared/model/schema';
import { analyzedPart } from '../../engine/analysis-jobs';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';

type LessonState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'shown'; readonly design: Design; readonly analysis: Analysis | null };

/** The design of a lesson with its figures, which are worked out beside the window; the last ones stay until then. */
export function useLesson(design: Design): LessonState {
  const [known, setKnown] = useState<LessonState>({ state: 'loading' });
  useEffect(() => {
    const left = new AbortController();
    void practiceStudy('figures', { design: analyzedPart(design) }, { signal: left.signal }).then(
      (outcome) => {
        const lesson = responseOf(outcome);
        if (lesson === null || left.signal.aborted) return;
        setKnown(
          'failure' in lesson
            ? { state: 'failed', message: lesson.failure }
            : { state: 'shown', design, analysis: lesson.response },
        );
      },
    );
    return () => left.abort();
  }, [design]);
  return known;
}
