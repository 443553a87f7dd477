import { create } from 'zustand';

/** What is being written in place on the canvas: the name of a part, or the text of a mark. One at a time. */
export interface EditingState {
  readonly id: string | null;
}

export const useEditing = create<EditingState>(() => ({ id: null }));

export function startEditing(id: string): void {
  useEditing.setState({ id });
}

export function stopEditing(): void {
  useEditing.setState({ id: null });
}
