import { useEffect, useState } from 'react';
import type { System } from '../../../shared/model/schema';
import type { SafeFixes } from '../../../shared/rules/safe-fixes';
import { analyzedPart } from '../../engine/analysis-jobs';
import { lookUpIn } from '../../engine/follow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

interface Computed {
  /** null where the worker failed. */
  readonly safe: SafeFixes | null;
  readonly system: System;
  readonly load: number;
  readonly declined: ReadonlySet<string>;
}

/** The safe fixes of the open design without the declined ones. The last ones stay, as not current, while new ones are computed. */
export function useSafeFixes(declined: ReadonlySet<string>): {
  readonly safe: SafeFixes | null;
  readonly state: 'computing' | 'current' | 'failed';
} {
  const editor = useEditor();
  const system = useDocument((state) => state.design?.system);
  const load = useView((state) => state.load);
  const [computed, setComputed] = useState<Computed | null>(null);
  useEffect(() => {
    const design = editor.design();
    if (design === null || system === undefined) return undefined;
    const request = { design: analyzedPart(design), load, declined: [...declined] };
    const wanted = new AbortController();
    void lookUpIn(editor)('safe-fixes', request, wanted.signal).then((safe) => {
      if (!wanted.signal.aborted) setComputed({ safe, system, load, declined });
    });
    return () => wanted.abort();
  }, [editor, system, load, declined]);
  const isCurrent =
    computed !== null &&
    computed.system === system &&
    computed.load === load &&
    computed.declined === declined;
  const safe = computed?.safe ?? null;
  if (!isCurrent) return { safe, state: 'computing' };
  return { safe, state: safe === null ? 'failed' : 'current' };
}
