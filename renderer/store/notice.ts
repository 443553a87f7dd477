import { create } from 'zustand';

/** One thing to do about a notice; choosing it closes the notice. */
export interface NoticeAction {
  readonly label: string;
  readonly variant?: 'plain' | 'primary';
  readonly run: () => void;
}

/** Something that a person must read or decide before going on: shown as a small modal dialog. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** What is wrong, a line each: place, fault and fix. */
  readonly lines?: readonly string[];
  /** The last is at the right and is what Enter does; closing alone is always possible. */
  readonly actions: readonly NoticeAction[];
}

export const useNotice = create<{ readonly notice: Notice | null }>(() => ({ notice: null }));

export function showNotice(notice: Notice): void {
  useNotice.setState({ notice });
}

export function closeNotice(): void {
  useNotice.setState({ notice: null });
}
