import { editorHook } from './editors';

export type { SaveState } from './editor/saving';

/** Whether what an editor shows is kept. */
export const useSaving = editorHook((editor) => editor.saving);
