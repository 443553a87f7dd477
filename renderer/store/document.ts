import { create } from 'zustand';
import { applyChanges } from '../../shared/model/apply';
import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';
import { select, useSelection } from './selection';

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

export const useDocument = create<DocumentState>(() => ({
  design: null,
  revision: 0,
  readOnly: false,
  past: [],
  future: [],
}));

/** Puts a design on the canvas with an empty history; null goes back to the library. */
export function openDesign(design: Design | null, readOnly = false): void {
  select([]);
  useDocument.setState((state) => ({ design, readOnly, revision: state.revision + 1, past: [], future: [] }));
}

export function setReadOnly(readOnly: boolean): void {
  useDocument.setState({ readOnly });
}

/**
 * The one door to the document: one call is one undo step named `label`. Returns false where nothing changed or the
 * design is read-only.
 */
export function edit(label: string, changes: readonly Change[], options: EditOptions = {}): boolean {
  const { design, readOnly, past, revision } = useDocument.getState();
  if (design === null || readOnly) return false;
  const after = applyChanges(design, changes);
  if (after === design) return false;
  const now = performance.now();
  const last = past.at(-1);
  const mergeKey = options.mergeKey ?? null;
  const merges =
    last !== undefined && mergeKey !== null && last.mergeKey === mergeKey && now - last.at < mergeWindowMs;
  const selectionBefore = [...useSelection.getState().ids];
  const step: Step = {
    label,
    before: merges ? last.before : design,
    after,
    selectionBefore: merges ? last.selectionBefore : selectionBefore,
    selectionAfter: options.select ?? selectionBefore,
    mergeKey,
    at: now,
  };
  useDocument.setState({
    design: after,
    revision: revision + 1,
    past: [...(merges ? past.slice(0, -1) : past), step],
    future: [],
  });
  if (options.select !== undefined) select(options.select);
  return true;
}

export function undo(): void {
  const { past, future, revision, readOnly } = useDocument.getState();
  const step = past.at(-1);
  if (step === undefined || readOnly) return;
  useDocument.setState({
    design: step.before,
    revision: revision + 1,
    past: past.slice(0, -1),
    future: [...future, step],
  });
  select(step.selectionBefore);
}

export function redo(): void {
  const { past, future, revision, readOnly } = useDocument.getState();
  const step = future.at(-1);
  if (step === undefined || readOnly) return;
  useDocument.setState({
    design: step.after,
    revision: revision + 1,
    past: [...past, { ...step, mergeKey: null }],
    future: future.slice(0, -1),
  });
  select(step.selectionAfter);
}

/** The design on the canvas; for code that runs only while one is open. */
export function currentDesign(): Design | null {
  return useDocument.getState().design;
}
