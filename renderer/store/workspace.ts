import { create } from 'zustand';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'full';

/** A line of the library: what the page of designs shows without opening any. */
export interface DesignSummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly nodeCount: number;
}

/** A message at the foot of the window, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface WorkspaceState {
  /** `starting` until the address and storage have said which it is. */
  readonly page: 'starting' | 'library' | 'editor';
  readonly designs: readonly DesignSummary[] | null;
  readonly saveState: SaveState;
  readonly toasts: readonly Toast[];
}

export const useWorkspace = create<WorkspaceState>(() => ({
  page: 'starting',
  designs: null,
  saveState: 'saved',
  toasts: [],
}));

let toastCount = 0;

export function toast(
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): number {
  toastCount += 1;
  const { tone = 'plain', action } = options;
  const next: Toast = { id: toastCount, text, tone, ...(action === undefined ? {} : { action }) };
  useWorkspace.setState((state) => ({ toasts: [...state.toasts.slice(-2), next] }));
  return next.id;
}

export function dismissToast(id: number): void {
  useWorkspace.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}
