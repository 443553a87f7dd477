import { useRef, useState } from 'react';
import type { FigureChange } from '../../../shared/analysis/compare';
import type { System } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { analyzedPart } from '../../engine/analysis-jobs';
import { lookUpIn } from '../../engine/follow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { effectLines } from './effect-words';

interface KnownEffect {
  readonly system: System;
  readonly load: number;
  readonly figures: readonly FigureChange[];
}

interface FixEffect {
  /** The effect on the figures; null until it is computed, or where there are none to compare. */
  readonly lines: readonly string[] | null;
  /** Requests it, unless it is known for the current design. */
  readonly ask: () => void;
}

/** The effect of a finding's quick fix, computed in the worker on demand. */
export function useFixEffect({ quickFix, target }: Finding): FixEffect {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const load = useView((state) => state.load);
  const [known, setKnown] = useState<KnownEffect | null>(null);
  const asked = useRef<Pick<KnownEffect, 'system' | 'load'> | null>(null);
  const isOf = (one: Pick<KnownEffect, 'system' | 'load'> | null): boolean =>
    one !== null && one.system === design?.system && one.load === load;
  const ask = (): void => {
    const hasFigures = editor.report.getState().analysis !== null;
    if (design === null || quickFix === undefined || !hasFigures || isOf(asked.current)) return;
    const { system } = design;
    asked.current = { system, load };
    const request = { design: analyzedPart(design), load, changes: quickFix.changes, target };
    void lookUpIn(editor)('effect', request).then((figures) => {
      if (figures !== null) setKnown({ system, load, figures });
    });
  };
  if (design === null || known === null || !isOf(known)) return { lines: null, ask };
  const lines = effectLines(known.figures, target, (id) => partName(design, id));
  return { lines: lines.length === 0 ? [t('None of the main figures changes.')] : lines, ask };
}
