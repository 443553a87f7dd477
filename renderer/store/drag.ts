import { editorHook } from './editors';

/** What is being dragged, connected or pointed at in an editor. */
export const useDrag = editorHook((editor) => editor.drag);
