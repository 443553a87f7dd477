import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import type { Design } from '../../../shared/model/schema';
import type { Selection } from './selection';

/** One undo step: references into the same structure, so it costs pointers. */
export interface Step {
  readonly label: string;
  readonly before: Design;
  readonly after: Design;
  readonly selectionBefore: readonly string[];
  readonly selectionAfter: readonly string[];
  /** Steps with one merge key within `mergeWindowMs` become one: typing in one field. */
  readonly mergeKey: string | null;
  readonly at: number;
}

export interface DocumentState {
  readonly design: Design | null;
  /** Counts every change of `design`, undo included; autosave and the worker follow it. */
  readonly revision: number;
  /** Another window edits this design: every edit is refused. */
  readonly readOnly: boolean;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export interface EditOptions {
  readonly mergeKey?: string;
  /** Selection after the edit; the present one where left out. */
  readonly select?: readonly string[];
}

const mergeWindowMs = 600;

/** The design of an editor and its history. */
export interface DesignDocument {
  readonly document: StoreApi<DocumentState>;
  /** The design as it is now; null where none is open. */
  readonly design: () => Design | null;
  /** Shows a design with an empty history; null shows none. */
  readonly open: (design: Design | null, readOnly?: boolean) => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  /**
   * The one door to the document: one call is one undo step named `label`. Returns false where nothing changed or the
   * design is read-only.
   */
  readonly edit: (label: string, changes: readonly Change[], options?: EditOptions) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function createDocument({ selection, select }: Selection, nowMs: () => number): DesignDocument {
  const document = createStore<DocumentState>(() => ({
    design: null,
    revision: 0,
    readOnly: false,
    past: [],
    future: [],
  }));

  const edit: DesignDocument['edit'] = (label, changes, options = {}) => {
    const { design, readOnly, past, revision } = document.getState();
    if (design === null || readOnly) return false;
    const after = applyChanges(design, changes);
    if (after === design) return false;
    const selected = [...selection.getState().ids];
    const made = stepOf(label, { before: design, after, selected, at: nowMs() }, options);
    const last = past.at(-1);
    const merges = last !== undefined && isOneWith(last, made);
    const step = merges ? { ...made, before: last.before, selectionBefore: last.selectionBefore } : made;
    document.setState({
      design: after,
      revision: revision + 1,
      past: [...(merges ? past.slice(0, -1) : past), step],
      future: [],
    });
    if (options.select !== undefined) select(options.select);
    return true;
  };

  return {
    document,
    design: () => document.getState().design,
    open(design, readOnly = false) {
      select([]);
      document.setState(({ revision }) => ({
        design,
        readOnly,
        revision: revision + 1,
        past: [],
        future: [],
      }));
    },
    setReadOnly: (readOnly) => document.setState({ readOnly }),
    edit,
    undo() {
      const { past, future, revision, readOnly } = document.getState();
      const step = past.at(-1);
      if (step === undefined || readOnly) return;
      document.setState({
        design: step.before,
        revision: revision + 1,
        past: past.slice(0, -1),
        future: [...future, step],
      });
      select(step.selectionBefore);
    },
    redo() {
      const { past, future, revision, readOnly } = document.getState();
      const step = future.at(-1);
      if (step === undefined || readOnly) return;
      document.setState({
        design: step.after,
        revision: revision + 1,
        past: [...past, { ...step, mergeKey: null }],
        future: future.slice(0, -1),
      });
      select(step.selectionAfter);
    },
  };
}

interface Made {
  readonly before: Design;
  readonly after: Design;
  readonly selected: readonly string[];
  readonly at: number;
}

const stepOf = (label: string, { before, after, selected, at }: Made, options: EditOptions): Step => ({
  label,
  before,
  after,
  selectionBefore: selected,
  selectionAfter: options.select ?? selected,
  mergeKey: options.mergeKey ?? null,
  at,
});

const isOneWith = (last: Step, next: Step): boolean =>
  next.mergeKey !== null && last.mergeKey === next.mergeKey && next.at - last.at < mergeWindowMs;
