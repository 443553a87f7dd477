import { createStore } from 'zustand/vanilla';
import { type Editor, editorHook, perEditor } from '../store/editors';

/** A list to choose from that is open at what is selected. */
export type OpenList =
  | { readonly list: 'move-into' }
  | { readonly list: 'group-as' }
  /** What the keyboard connects a component to. */
  | { readonly list: 'connect'; readonly from: string }
  /** What a call is made the fallback of. */
  | { readonly list: 'fallback-of'; readonly edge: string }
  /** What kind a component is changed to. */
  | { readonly list: 'change-kind'; readonly id: string };

const pickerOf = perEditor(() => createStore<{ readonly open: OpenList | null }>(() => ({ open: null })));

export const usePicker = editorHook(pickerOf);

export function openPicker(editor: Editor, open: OpenList): void {
  pickerOf(editor).setState({ open });
}

export function closePicker(editor: Editor): void {
  pickerOf(editor).setState({ open: null });
}
