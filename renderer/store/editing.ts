import { activeEditor, editorHook } from './editors';

/** What is being written in place in an editor. */
export const useEditing = editorHook((editor) => editor.editing);

/** Writes in place in the active editor. */
export const startEditing = (id: string): void => activeEditor().startEditing(id);
