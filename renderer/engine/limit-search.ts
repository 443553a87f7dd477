import { createStore } from 'zustand/vanilla';
import type { LoadLimits } from '../../shared/analysis/load-limits';
import type { System } from '../../shared/model/schema';
import { type Editor, editorHook, perEditor } from '../store/editors';
import { analyzedPart } from './analysis-jobs';
import { loadStudyIn } from './load-jobs';
import type { LoadProgress } from './protocol';

/** The search for the limit of a design: what was found last, and the search that is under way. */
export interface LimitSearch {
  /** What was found, and the system that it is of; `limits` is null where that has no figures. */
  readonly found: { readonly system: System; readonly limits: LoadLimits | null } | null;
  /** null while none is under way. */
  readonly progress: LoadProgress | null;
  readonly failed: boolean;
}

const searchOf = perEditor(() =>
  createStore<LimitSearch>(() => ({ found: null, progress: null, failed: false })),
);
const underWay = new WeakMap<Editor, AbortController>();

/** The search for the limit of the design in an editor. */
export const useLimitSearch = editorHook(searchOf);

/** Looks for the loads at which the targets of an editor's design are missed; a search that is under way is stopped. */
export async function findLimits(editor: Editor): Promise<void> {
  const design = editor.design();
  if (design === null) return;
  stopFindingLimits(editor);
  const controller = new AbortController();
  underWay.set(editor, controller);
  const search = searchOf(editor);
  search.setState({ progress: { done: 0, of: 0 }, failed: false });
  const { signal } = controller;
  const onProgress = (progress: LoadProgress): void => search.setState({ progress });
  const request = { design: analyzedPart(design) };
  const outcome = await loadStudyIn(editor)('load-limits', request, { signal, onProgress });
  if (outcome.kind === 'aborted') return;
  const found =
    outcome.kind === 'done' ? { system: design.system, limits: outcome.response } : search.getState().found;
  search.setState({ found, progress: null, failed: outcome.kind !== 'done' });
}

/** Stops the search that is under way; what was found before stays. */
export function stopFindingLimits(editor: Editor): void {
  underWay.get(editor)?.abort();
  searchOf(editor).setState({ progress: null });
}
