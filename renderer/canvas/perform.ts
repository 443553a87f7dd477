import type { EditResult, Note } from '../../shared/edits/edit';
import { flowChips } from '../../shared/edits/flow-chips';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { wordsOf } from '../words/t';

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
  const { label, changes, notes, select: chosen } = result.edit;
  const selects = chosen !== undefined && options.select !== false;
  if (changes.length === 0) {
    if (selects && chosen.length > 0) editor.select(chosen);
    return false;
  }
  const key = options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey };
  if (!editor.edit(wordsOf(label), changes, { ...key, ...(selects ? { select: chosen } : {}) })) return false;
  announce(notes);
  return true;
}

function announce(notes: readonly Note[]): void {
  for (const note of notes) if (note.about === 'network') toast(wordsOf(note.message));
}

/** Says on a new edge what was assumed, or asks what it carries where a distributor has a second one. */
export function announceEdge(editor: Editor, edge: string, notes: readonly Note[]): void {
  const design = editor.design();
  const assumptions = notes.flatMap((note) => (note.about === 'assumption' ? [note.assumption] : []));
  const asks = design !== null && flowChips(design, edge) !== null;
  editor.setView({
    edgeChips: asks ? edge : null,
    edgeNotice: assumptions.length > 0 && !asks ? { edge, assumptions } : null,
  });
}
