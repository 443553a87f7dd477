import { useEffect, useRef, useState } from 'react';
import type { Improvements } from '../../../shared/analysis/improvements/improvements';
import type { System } from '../../../shared/model/schema';
import { improveIn } from '../../engine/follow';
import type { SearchProgress } from '../../engine/protocol';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';

/** What a search was about: another design, load or flow makes it worthless. */
interface Subject {
  readonly system: System | undefined;
  readonly load: number;
  readonly flow: string;
}

type Search =
  | { readonly state: 'running'; readonly progress: SearchProgress }
  | { readonly state: 'done'; readonly improvements: Improvements }
  | { readonly state: 'failed' };

interface ImprovementsOf {
  /** null: none was begun for the design as it is. */
  readonly search: Search | null;
  readonly start: () => void;
  readonly stop: () => void;
}

const isSame = (a: Subject, b: Subject): boolean =>
  a.system === b.system && a.load === b.load && a.flow === b.flow;

/** The search for what would help a flow most, by the worker; it is aborted as soon as the design, load or flow is another. */
export function useImprovements(flow: string): ImprovementsOf {
  const editor = useEditor();
  const id = useDocument((state) => state.design?.id ?? '');
  const name = useDocument((state) => state.design?.name ?? '');
  const system = useDocument((state) => state.design?.system);
  const load = useView((state) => state.load);
  const [wanted, setWanted] = useState<Subject | null>(null);
  const [known, setKnown] = useState<{ readonly of: Subject; readonly search: Search } | null>(null);
  const begun = useRef<Subject | null>(null);
  useEffect(() => {
    const subject: Subject = { system, load, flow };
    // Each is begun once: undo, which brings back what it was about, does not repeat it.
    if (system === undefined || wanted === null || wanted === begun.current || !isSame(wanted, subject))
      return;
    begun.current = wanted;
    const controller = new AbortController();
    const show = (search: Search): void => {
      if (!controller.signal.aborted) setKnown({ of: subject, search });
    };
    const onProgress = (progress: SearchProgress): void => show({ state: 'running', progress });
    onProgress({ tried: 0, total: 0 });
    const request = { design: { id, name, system }, load, flow };
    void improveIn(editor)(request, { signal: controller.signal, onProgress }).then((improvements) =>
      show(improvements === null ? { state: 'failed' } : { state: 'done', improvements }),
    );
    return () => {
      controller.abort();
      setKnown((last) => (last?.search.state === 'running' ? null : last));
    };
  }, [editor, id, name, system, load, flow, wanted]);
  const isKnown = known !== null && isSame(known.of, { system, load, flow });
  return {
    search: isKnown ? known.search : null,
    start: () => setWanted({ system, load, flow }),
    stop() {
      setWanted(null);
      setKnown(null);
    },
  };
}
