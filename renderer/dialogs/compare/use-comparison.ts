import { useEffect, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import type { Comparison } from '../../../shared/rules/comparison';
import { analyzedPart } from '../../engine/analysis-jobs';
import { lookUpIn } from '../../engine/follow';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

/** null while it is computed. */
export type ComparisonState = Comparison | 'failed' | null;

/** What became of one design in another at the shown load, by the worker. The designs keep their identity. */
export function useComparison(before: Design | null, after: Design | null): ComparisonState {
  const editor = useEditor();
  const load = useView((state) => state.load);
  const [known, setKnown] = useState<{
    readonly of: readonly unknown[];
    readonly state: Comparison | 'failed';
  } | null>(null);
  useEffect(() => {
    if (before === null || after === null) return;
    const stop = new AbortController();
    const request = { before: analyzedPart(before), after: analyzedPart(after), load };
    void lookUpIn(editor)('comparison', request, stop.signal).then((found) => {
      if (!stop.signal.aborted) setKnown({ of: [before, after, load], state: found ?? 'failed' });
    });
    return () => stop.abort();
  }, [editor, before, after, load]);
  if (known === null) return null;
  const [ofBefore, ofAfter, ofLoad] = known.of;
  return ofBefore === before && ofAfter === after && ofLoad === load ? known.state : null;
}
