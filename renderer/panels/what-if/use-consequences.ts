import { useEffect, useState } from 'react';
import type { WhatIf } from '../../../shared/edits/what-if';
import type { ConsequencesResult } from '../../../shared/rules/consequences';
import { analyzedPart } from '../../engine/analysis-jobs';
import { lookUpIn } from '../../engine/follow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

/** What is known of the events: `stale` where the design, the load or the events changed since. */
export interface KnownConsequences {
  readonly result: ConsequencesResult | 'failed';
  readonly stale: boolean;
}

/** What events do to the shown design, by the worker; null until it is there. The events keep their identity. */
export function useConsequences(events: readonly WhatIf[]): KnownConsequences | null {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const load = useView((state) => state.load);
  const system = design?.system;
  const [known, setKnown] = useState<{
    readonly of: readonly unknown[];
    readonly result: ConsequencesResult | 'failed';
  } | null>(null);
  useEffect(() => {
    const current = editor.design();
    if (current === null || system === undefined || events.length === 0) return;
    let isCurrent = true;
    void lookUpIn(editor)('consequences', { design: analyzedPart(current), load, events }).then((result) => {
      if (isCurrent) setKnown({ of: [system, load, events], result: result ?? 'failed' });
    });
    return () => {
      isCurrent = false;
    };
  }, [editor, system, load, events]);
  if (known === null || events.length === 0) return null;
  const [knownSystem, knownLoad, knownEvents] = known.of;
  return {
    result: known.result,
    stale: knownSystem !== system || knownLoad !== load || knownEvents !== events,
  };
}
