import { useEffect, useState } from 'react';
import type { System } from '../../shared/model/schema';
import { analyzedPart } from '../engine/analysis-jobs';
import { lookUpIn } from '../engine/follow';
import type { ExplainedFigure } from '../engine/protocol';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';

interface Known {
  readonly system: System;
  readonly load: number;
  readonly key: string;
  readonly explanation: ExplainedFigure | null;
}

/**
 * How a figure of the shown design came about, by the worker: undefined until it is there, null where there is none. `at` is the
 * load that it is of; null for the one that is shown.
 */
export function useExplanation(
  part: string,
  metric: string,
  at: number | null = null,
): ExplainedFigure | null | undefined {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const load = useView((state) => at ?? state.load);
  const [known, setKnown] = useState<Known | null>(null);
  const key = `${part} ${metric}`;
  useEffect(() => {
    if (design === null) return;
    let isCurrent = true;
    const { system } = design;
    void lookUpIn(editor)('explanation', { design: analyzedPart(design), load, part, metric }).then(
      (explanation) => {
        if (isCurrent) setKnown({ system, load, key: `${part} ${metric}`, explanation });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [editor, design, load, part, metric]);
  return known !== null && known.key === key && known.load === load ? known.explanation : undefined;
}
