import { createStore } from 'zustand/vanilla';
import type { RequestClass } from '../../../shared/practice/workbench';
import { editorHook, perEditor } from '../../store/editors';

interface DraftState {
  /** Classes of requests that are no flows yet, or differ from them; null where the rows are the flows. */
  readonly requests: readonly RequestClass[] | null;
}

/** What is typed in the workbench and not made flows of yet: it stays while the design is open. */
export const draftOf = perEditor((editor) => {
  const draft = createStore<DraftState>(() => ({ requests: null }));
  let shown = editor.design()?.id;
  editor.document.subscribe(({ design }) => {
    if (design?.id === shown) return;
    shown = design?.id;
    draft.setState({ requests: null });
  });
  return draft;
});

export const useDraft = editorHook(draftOf);
