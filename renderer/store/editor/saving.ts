import { createStore, type StoreApi } from 'zustand/vanilla';

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'full' | 'deleted';

/** Whether what an editor shows is kept. */
export interface SavingState {
  readonly saveState: SaveState;
  /** The open design is no longer in the library. */
  readonly isDeleted: boolean;
}

export interface Saving {
  readonly saving: StoreApi<SavingState>;
}

export function createSaving(): Saving {
  return { saving: createStore<SavingState>(() => ({ saveState: 'saved', isDeleted: false })) };
}
