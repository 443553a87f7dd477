import { useEffect, useState } from 'react';
import { lockedParts } from '../../../shared/model/locked';
import type { System } from '../../../shared/model/schema';
import type { SizeProposalResult } from '../../../shared/rules/size-proposal';
import { analyzedPart } from '../../engine/analysis-jobs';
import { type SizeJobs, startSizeJobs } from '../../engine/size-jobs';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

export type SizeState =
  | { readonly state: 'searching'; readonly compared: number }
  | { readonly state: 'failed' }
  | { readonly state: 'found'; readonly result: SizeProposalResult; readonly system: System };

const started: SizeState = { state: 'searching', compared: 0 };

/** One worker for the window, which ends when it has had nothing to do for a while. */
let jobs: SizeJobs | null = null;

/** The sizes that are proposed for the shown design at the shown load. Its search ends with the component. */
export function useSizeProposal(): SizeState {
  const editor = useEditor();
  const load = useView((state) => state.load);
  const system = useDocument((state) => state.design?.system);
  const [known, setKnown] = useState<{ readonly of: readonly unknown[]; readonly state: SizeState } | null>(
    null,
  );
  useEffect(() => {
    const design = editor.design();
    if (design === null || system === undefined) return;
    const stop = new AbortController();
    const of = [system, load];
    jobs ??= startSizeJobs();
    const request = {
      about: 'sizes' as const,
      design: analyzedPart(design),
      locked: [...lockedParts(design)],
      load,
    };
    const onProgress = ({ compared }: { readonly compared: number }): void =>
      setKnown({ of, state: { state: 'searching', compared } });
    void jobs.run(request, { signal: stop.signal, onProgress }).then((outcome) => {
      if (outcome.kind === 'done')
        setKnown({ of, state: { state: 'found', result: outcome.response, system } });
      else if (outcome.kind !== 'aborted') setKnown({ of, state: { state: 'failed' } });
    });
    return () => stop.abort();
  }, [editor, system, load]);
  return known !== null && known.of[0] === system && known.of[1] === load ? known.state : started;
}
