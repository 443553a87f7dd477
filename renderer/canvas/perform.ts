import type { EditResult, Note } from '../../shared/edits/edit';
import { flowChips } from '../../shared/edits/flow-chips';
import type { Change } from '../../shared/model/changes';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { wordsOf } from '../words/t';
import { staysInLanes } from './lanes/stays-in-lanes';

export interface PerformOptions {
  /** Edits with one key that follow each other at once are one step of undo. */
  readonly mergeKey?: string;
  /** false leaves the selection as it is. */
  readonly select?: boolean;
}

/**
 * Makes an edit of `shared/edits` one step of undo, selects what it is about and shows its notes. False where it is
 * refused (then its reason is shown), where it changes nothing, or where the design cannot be edited.
 */
export function perform(editor: Editor, result: EditResult, options: PerformOptions = {}): boolean {
  if (!result.ok) {
    toast(wordsOf(result.reason));
    return false;
  }
  const { label, notes, select: chosen } = result.edit;
  const changes = withoutSides(editor, result.edit.changes);
  const selects = chosen !== undefined && options.select !== false;
  if (changes.length === 0) {
    if (selects && chosen.length > 0) editor.select(chosen);
    return false;
  }
  if (onlyPlaces(changes) && staysInLanes(editor)) return false;
  const key = options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey };
  if (!editor.edit(wordsOf(label), changes, { ...key, ...(selects ? { select: chosen } : {}) })) return false;
  announce(notes);
  return true;
}

const adding: ReadonlySet<Change['op']> = new Set(['add-node', 'add-edge', 'add-group', 'insert']);

/** An edit of where parts stand, of which lanes show nothing; one that adds something may make room for it. */
const onlyPlaces = (changes: readonly Change[]): boolean =>
  changes.some(({ op }) => op === 'place') && !changes.some(({ op }) => adding.has(op));

/** In lanes the sides that a gesture took are those of the lanes, not of the places that are kept. */
function withoutSides(editor: Editor, changes: readonly Change[]): readonly Change[] {
  if (!editor.view.getState().lanes) return changes;
  return changes.flatMap((change): readonly Change[] => {
    if (change.op !== 'patch-route') return [change];
    const kept = Object.entries(change.patch).filter(
      ([field, value]) => value === null || (field !== 'fromSide' && field !== 'toSide'),
    );
    return kept.length === 0 ? [] : [{ ...change, patch: Object.fromEntries(kept) }];
  });
}

function announce(notes: readonly Note[]): void {
  for (const note of notes) if (note.about !== 'assumption') toast(wordsOf(note.message));
}

/**
 * Says on a new edge what was assumed, or asks what it carries where a distributor has a second one. A question that is still
 * open stays open until it is answered or dismissed.
 */
export function announceEdge(editor: Editor, edge: string, notes: readonly Note[]): void {
  const design = editor.design();
  const assumptions = notes.flatMap((note) => (note.about === 'assumption' ? [note.assumption] : []));
  const asks = design !== null && flowChips(design, edge) !== null;
  const { edgeChips } = editor.view.getState();
  const isAsked = design !== null && edgeChips !== null && flowChips(design, edgeChips) !== null;
  const asked = asks ? edge : isAsked ? edgeChips : null;
  editor.setView({
    edgeChips: asked,
    edgeNotice: assumptions.length > 0 && asked === null ? { edge, assumptions } : null,
  });
}
