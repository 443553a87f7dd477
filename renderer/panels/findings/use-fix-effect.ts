import { useRef, useState } from 'react';
import type { FigureChange } from '../../../shared/analysis/compare';
import type { System } from '../../../shared/model/schema';
import type { Finding } from '../../../shared/rules/rule';
import { questionOf } from '../../engine/client';
import { inquire } from '../../engine/follow';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
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
  /** What the mend does to the figures; null until it is worked out, or where there are none to compare. */
  readonly lines: readonly string[] | null;
  /** Has it worked out, unless it is known for the design as it stands. */
  readonly ask: () => void;
}

/** What the mend of a finding would do. It is worked out in the worker, and only when it is asked for. */
export function useFixEffect({ quickFix, target }: Finding): FixEffect {
  const design = useDocument((state) => state.design);
  const load = useView((state) => state.load);
  const [known, setKnown] = useState<KnownEffect | null>(null);
  const asked = useRef<Pick<KnownEffect, 'system' | 'load'> | null>(null);
  const isOf = (one: Pick<KnownEffect, 'system' | 'load'> | null): boolean =>
    one !== null && one.system === design?.system && one.load === load;
  const ask = (): void => {
    const hasFigures = useReport.getState().analysis !== null;
    if (design === null || quickFix === undefined || !hasFigures || isOf(asked.current)) return;
    const { system } = design;
    asked.current = { system, load };
    const question = { design: questionOf(design), load, changes: quickFix.changes, target };
    void inquire('effect', question).then((figures) => {
      if (figures !== null) setKnown({ system, load, figures });
    });
  };
  if (design === null || known === null || !isOf(known)) return { lines: null, ask };
  const lines = effectLines(known.figures, target, (id) => partName(design, id));
  return { lines: lines.length === 0 ? [t('None of the main figures changes.')] : lines, ask };
}
