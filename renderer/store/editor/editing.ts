import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is being written in place on the canvas: the name of a part, or the text of a mark. One at a time. */
export interface EditingState {
  readonly id: string | null;
}

export interface Editing {
  readonly editing: StoreApi<EditingState>;
  readonly startEditing: (id: string) => void;
  readonly stopEditing: () => void;
}

export function createEditing(): Editing {
  const editing = createStore<EditingState>(() => ({ id: null }));
  return {
    editing,
    startEditing: (id) => editing.setState({ id }),
    stopEditing: () => editing.setState({ id: null }),
  };
}
