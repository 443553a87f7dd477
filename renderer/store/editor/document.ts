import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { applyDelta, bytesOf, type Delta, deltaBetween } from '../../../shared/model/delta';
import type { Design } from '../../../shared/model/schema';
import type { Selection } from './selection';

/** One undo step. */
export interface Step {
  readonly label: string;
  /** What it changed: all that an older step keeps, so that a long history costs little. */
  readonly delta: Delta;
  /** About how many bytes that keeps. */
  readonly bytes: number;
  /** The designs themselves, of the latest steps: going there and back gives the very same objects. */
  readonly whole: { readonly before: Design; readonly after: Design } | null;
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
  /** The edit that gave this design; null where undo, redo or opening did. */
  readonly made: { readonly label: string; readonly changes: readonly Change[] } | null;
  /** How many of the oldest steps were given up, so that the history does not take too much memory. */
  readonly dropped: number;
}

export interface EditOptions {
  readonly mergeKey?: string;
  /** Selection after the edit; the present one where left out. */
  readonly select?: readonly string[];
}

const mergeWindowMs = 600;

/** So many of the latest steps keep their designs whole. */
const wholeSteps = 50;

/** What all steps together may keep, bytes; beyond it the oldest are given up. */
const mostHistoryBytes = 128 * 2 ** 20;

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
  /** Puts a whole design in the place of the open one, as one undo step: a version that is restored. It keeps the open one's id. */
  readonly replace: (label: string, design: Design) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Goes to where so many steps are done, back or forth. */
  readonly goToStep: (done: number) => void;
}

export function createDocument(
  { selection, select }: Selection,
  nowMs: () => number,
  mostBytes: number = mostHistoryBytes,
): DesignDocument {
  const document = createStore<DocumentState>(() => ({
    design: null,
    revision: 0,
    readOnly: false,
    past: [],
    future: [],
    made: null,
    dropped: 0,
  }));

  /** Makes `after` the design, as a step of its own or as one with the last. */
  const record = (
    after: Design,
    edited: NonNullable<DocumentState['made']>,
    options: EditOptions,
  ): boolean => {
    const { design, readOnly, past, revision } = document.getState();
    if (design === null || readOnly || after === design) return false;
    const { label } = edited;
    const selected = [...selection.getState().ids];
    const made = stepOf(label, { before: design, after, selected, at: nowMs() }, options);
    const last = past.at(-1);
    const merged = last?.whole != null && isOneWith(last, made) ? last : null;
    const step =
      merged?.whole == null
        ? made
        : {
            ...made,
            ...changeOf(merged.whole.before, after),
            selectionBefore: merged.selectionBefore,
          };
    const { steps, dropped } = kept([...(merged === null ? past : past.slice(0, -1)), step], mostBytes);
    document.setState((state) => ({
      design: after,
      revision: revision + 1,
      past: steps,
      future: [],
      made: edited,
      dropped: state.dropped + dropped,
    }));
    if (options.select !== undefined) select(options.select);
    return true;
  };

  const edit: DesignDocument['edit'] = (label, changes, options = {}) => {
    const { design } = document.getState();
    return design !== null && record(applyChanges(design, changes), { label, changes }, options);
  };

  const replace: DesignDocument['replace'] = (label, whole) => {
    const { design } = document.getState();
    if (design === null) return false;
    const { createdAt } = design;
    const after = { ...whole, id: design.id, ...(createdAt !== undefined && { createdAt }) };
    return record(after, { label, changes: [] }, { select: [] });
  };

  const goToStep = (done: number): void => {
    const before = document.getState();
    const { readOnly, revision, past, future } = before;
    const design = designAtStep(before, done);
    if (design === null || readOnly || done === past.length) return;
    const selected =
      done < past.length ? past[done]?.selectionBefore : future.at(past.length - done)?.selectionAfter;
    const redone = future.slice(Math.min(0, past.length - done)).toReversed();
    document.setState({
      design,
      revision: revision + 1,
      past:
        done < past.length
          ? past.slice(0, done)
          : [...past, ...redone.map((step) => ({ ...step, mergeKey: null }))],
      future:
        done < past.length
          ? [...future, ...past.slice(done).toReversed()]
          : future.slice(0, past.length - done),
      made: null,
    });
    if (selected !== undefined) select(selected);
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
        made: null,
        dropped: 0,
      }));
    },
    setReadOnly: (readOnly) => document.setState({ readOnly }),
    edit,
    replace,
    undo: () => goToStep(document.getState().past.length - 1),
    redo: () => goToStep(document.getState().past.length + 1),
    goToStep,
  };
}

/** The design of a history where so many of its steps are done; null where it has no such step. */
export function designAtStep(
  { design, past, future }: Pick<DocumentState, 'design' | 'past' | 'future'>,
  done: number,
): Design | null {
  if (design === null || done < 0 || done > past.length + future.length) return null;
  const undone = past.slice(done).toReversed();
  const redone = future.toReversed().slice(0, Math.max(0, done - past.length));
  const earlier = undone.reduce(
    (shown, step) => step.whole?.before ?? applyDelta(shown, step.delta, 'backward'),
    design,
  );
  return redone.reduce(
    (shown, step) => step.whole?.after ?? applyDelta(shown, step.delta, 'forward'),
    earlier,
  );
}

/** The steps after one more: older ones without their designs, the oldest given up where all take too much. */
function kept(
  steps: readonly Step[],
  mostBytes: number,
): { readonly steps: readonly Step[]; readonly dropped: number } {
  const at = steps.length - 1 - wholeSteps;
  const aged = steps[at];
  const next = aged?.whole == null ? steps : steps.with(at, { ...aged, whole: null });
  let bytes = next.reduce((sum, step) => sum + step.bytes, 0);
  let dropped = 0;
  // The latest step is kept whatever it takes.
  while (bytes > mostBytes && dropped < next.length - 1) {
    bytes -= next[dropped]?.bytes ?? 0;
    dropped += 1;
  }
  return { steps: dropped === 0 ? next : next.slice(dropped), dropped };
}

interface Made {
  readonly before: Design;
  readonly after: Design;
  readonly selected: readonly string[];
  readonly at: number;
}

const stepOf = (label: string, { before, after, selected, at }: Made, options: EditOptions): Step => ({
  label,
  ...changeOf(before, after),
  selectionBefore: selected,
  selectionAfter: options.select ?? selected,
  mergeKey: options.mergeKey ?? null,
  at,
});

function changeOf(before: Design, after: Design): Pick<Step, 'delta' | 'bytes' | 'whole'> {
  const delta = deltaBetween(before, after) ?? { kind: 'value', before, after };
  return { delta, bytes: bytesOf(delta), whole: { before, after } };
}

const isOneWith = (last: Step, next: Step): boolean =>
  next.mergeKey !== null && last.mergeKey === next.mergeKey && next.at - last.at < mergeWindowMs;
