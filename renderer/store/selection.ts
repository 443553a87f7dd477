import { activeEditor, editorHook } from './editors';

export const useSelection = editorHook((editor) => editor.selection);

/** The functions below act on the active editor. */
export const select = (ids: Iterable<string>): void => activeEditor().select(ids);

export const selectFlow = (flow: string): void => activeEditor().selectFlow(flow);

export const toggleSelected = (id: string): void => activeEditor().toggleSelected(id);

export const clearSelection = (): void => activeEditor().clearSelection();

/** The one selected id, or null when none or several are. */
export const useOnlySelected = (): string | null =>
  useSelection((state) => {
    if (state.ids.size !== 1) return null;
    for (const id of state.ids) return id;
    return null;
  });
