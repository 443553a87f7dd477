import { useEffect, useState } from 'react';
import type { System } from '../../../../shared/model/schema';
import { analyzedPart } from '../../../engine/analysis-jobs';
import { loadStudyIn } from '../../../engine/load-jobs';
import type { LoadProgress, LoadStudies } from '../../../engine/protocol';
import { useDocument } from '../../../store/document';
import { useEditor } from '../../../store/editors';

/** Edits that follow each other so closely are waited for. */
const settleMs = 200;

interface Known<T> {
  readonly system: System;
  readonly value: T | null;
}

/** The answer of the worker about the open design. */
export interface Studied<T> {
  /** null until there is one, or where the design has no figures. */
  readonly value: T | null;
  /** It is of the design as it is, and not as it was before an edit. */
  readonly isCurrent: boolean;
  readonly progress: LoadProgress | null;
  readonly failed: boolean;
}

/** The sweep of a flow; that of before stays until the next is there. */
export function useCurve(flow: string | null): Studied<LoadStudies['curve']['response']> {
  const system = useDocument((state) => state.design?.system);
  const editor = useEditor();
  const [known, setKnown] = useState<
    (Known<LoadStudies['curve']['response']> & { readonly flow: string }) | null
  >(null);
  const [progress, setProgress] = useState<LoadProgress | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const open = editor.design();
    if (open === null || open.system !== system || flow === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = async (): Promise<void> => {
      const request = { design: analyzedPart(open), flow };
      const outcome = await loadStudyIn(editor)('curve', request, { signal, onProgress: setProgress });
      if (signal.aborted || outcome.kind === 'aborted' || outcome.kind === 'dropped') return;
      setProgress(null);
      setFailed(outcome.kind !== 'done');
      if (outcome.kind === 'done') setKnown({ system: open.system, flow, value: outcome.response });
    };
    const wait = setTimeout(() => void ask(), settleMs);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  }, [editor, system, flow]);
  const own = known?.flow === flow ? known : null;
  return { value: own?.value ?? null, isCurrent: own?.system === system, progress, failed };
}

/** When each station is outgrown; null until it is known, or where it cannot be. */
export function useGrowth(): LoadStudies['growth']['response'] {
  const system = useDocument((state) => state.design?.system);
  const editor = useEditor();
  const [known, setKnown] = useState<LoadStudies['growth']['response']>(null);
  useEffect(() => {
    const open = editor.design();
    if (open === null || open.system !== system) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const wait = setTimeout(() => {
      void loadStudyIn(editor)('growth', { design: analyzedPart(open) }, { signal }).then((outcome) => {
        if (!signal.aborted && outcome.kind === 'done') setKnown(outcome.response);
      });
    }, settleMs);
    return () => {
      clearTimeout(wait);
      controller.abort();
    };
  }, [editor, system]);
  return known;
}
