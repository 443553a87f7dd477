import { createStore } from 'zustand/vanilla';
import { type Editor, editorHook, perEditor } from '../../store/editors';

/** The list of targets that the keyboard draws a connection with; `from` is its caller. */
const pickerOf = perEditor(() => createStore<{ readonly from: string | null }>(() => ({ from: null })));

export const useConnectPicker = editorHook(pickerOf);

export function startConnecting(editor: Editor, from: string): void {
  pickerOf(editor).setState({ from });
}

export function stopConnecting(editor: Editor): void {
  pickerOf(editor).setState({ from: null });
}
