import { create } from 'zustand';

/** A line of the library: what the page of designs shows without opening any. */
export interface DesignSummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly nodeCount: number;
}

/** An entry of the library that cannot be read: what is known of it. */
export interface DamagedLine {
  /** The key of its rows in storage. */
  readonly key: string;
  readonly name: string;
  readonly updatedAt: string | null;
}

/** A deleted design. */
export interface TrashLine {
  readonly key: string;
  readonly name: string;
  readonly deletedAt: string;
}

/** A message at the foot of the window, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface WorkspaceState {
  /** `starting` until it is known from the address and storage. */
  readonly page: 'starting' | 'library' | 'editor' | 'practice' | 'attempt';
  /** The attempt that the page of that name reviews. */
  readonly attemptShown: string | null;
  readonly designs: readonly DesignSummary[] | null;
  readonly damaged: readonly DamagedLine[];
  readonly trash: readonly TrashLine[];
  /** The browser gives this window no storage: designs last as long as the window. */
  readonly memoryOnly: boolean;
  readonly toasts: readonly Toast[];
}

export const useWorkspace = create<WorkspaceState>(() => ({
  page: 'starting',
  attemptShown: null,
  designs: null,
  damaged: [],
  trash: [],
  memoryOnly: false,
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
