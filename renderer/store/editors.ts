import { createContext, useContext } from 'react';
import { create, type StoreApi, useStore } from 'zustand';
import { createEditor, type Editor } from './editor/editor';
import { createWindowView } from './editor/view';

export { createEditor, type Editor, type Follower, perEditor } from './editor/editor';

const windowView = createWindowView();

/** What an editor of this window takes from it. */
export const windowServices = { nowMs: () => performance.now(), windowView } as const;

interface EditorsState {
  readonly editors: readonly Editor[];
  /** The one that commands, dialogs and panels act on: where the person works. */
  readonly active: Editor;
}

const useEditors = create<EditorsState>(() => {
  const first = createEditor(null, windowServices);
  return { editors: [first], active: first };
});

export const activeEditor = (): Editor => useEditors.getState().active;

export const allEditors = (): readonly Editor[] => useEditors.getState().editors;

/** Adds an editor to the window; it is active once a person works in it. */
export function addEditor(editor: Editor): void {
  useEditors.setState(({ editors }) => ({ editors: [...editors, editor] }));
}

/** Makes an editor of the window the one that commands act on. */
export function activate(editor: Editor): void {
  if (activeEditor() !== editor && allEditors().includes(editor)) useEditors.setState({ active: editor });
}

/** Takes an editor out of the window and ends it; the window's first one stays. */
export function removeEditor(editor: Editor): void {
  const [first, ...others] = allEditors();
  if (first === undefined || editor === first) return;
  useEditors.setState(({ active }) => ({
    editors: [first, ...others.filter((other) => other !== editor)],
    active: active === editor ? first : active,
  }));
  editor.close();
}

/** The active editor; the window gives it to all that is in no editor's pane, such as dialogs. */
export const useActiveEditor = (): Editor => useEditors((state) => state.active);

export const EditorContext = createContext<Editor | null>(null);

/** The editor that a component is in. It is read from the context alone: a card has many hooks, and each reads it. */
export const useEditor = (): Editor => useContext(EditorContext) ?? activeEditor();

type ReadableStore<S> = Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>;

/** A hook for the store of the editor that a component is in. Outside of components it is the active editor's store. */
export interface EditorHook<S> {
  <T>(selector: (state: S) => T): T;
  readonly getState: () => S;
  /** Follows the active editor: `listener` is called with what changes in it, and when another becomes active. */
  readonly subscribe: (listener: (state: S, before: S) => void) => () => void;
}

export function editorHook<S>(storeOf: (editor: Editor) => ReadableStore<S>): EditorHook<S> {
  const useOwn = <T>(selector: (state: S) => T): T => useStore(storeOf(useEditor()), selector);
  const subscribe: EditorHook<S>['subscribe'] = (listener) => {
    let stop = storeOf(activeEditor()).subscribe(listener);
    const stopActive = useEditors.subscribe(({ active }, before) => {
      if (active === before.active) return;
      stop();
      stop = storeOf(active).subscribe(listener);
      listener(storeOf(active).getState(), storeOf(before.active).getState());
    });
    return () => {
      stopActive();
      stop();
    };
  };
  return Object.assign(useOwn, { getState: () => storeOf(activeEditor()).getState(), subscribe });
}
