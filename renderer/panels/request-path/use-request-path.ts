import { useEffect, useState } from 'react';
import type { RequestPath } from '../../../shared/analysis/request-path';
import { analyzedPart } from '../../engine/analysis-jobs';
import { lookUpIn } from '../../engine/follow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

/** The way of one request of a flow, by the worker; null until it is there, `none` where there is none. */
export function useRequestPath(flow: string): RequestPath | 'none' | null {
  const editor = useEditor();
  const system = useDocument((state) => state.design?.system);
  const load = useView((state) => state.load);
  const [known, setKnown] = useState<{ readonly flow: string; readonly path: RequestPath | 'none' } | null>(
    null,
  );
  useEffect(() => {
    const current = editor.design();
    if (current === null || current.system !== system) return undefined;
    const left = new AbortController();
    const request = { design: analyzedPart(current), load, flow };
    void lookUpIn(editor)('request-path', request, left.signal).then((path) => {
      if (!left.signal.aborted) setKnown({ flow, path: path ?? 'none' });
    });
    return () => left.abort();
  }, [editor, system, load, flow]);
  // The way before an edit stays until the new one is there; that of another flow does not.
  return known?.flow === flow ? known.path : null;
}
