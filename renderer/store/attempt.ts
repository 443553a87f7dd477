import { createStore } from 'zustand/vanilla';
import type { Attempt } from '../../shared/practice/attempt';
import { editorHook, perEditor } from './editors';

interface AttemptState {
  /** The attempt that the open design is drawn in; null where it is in none. */
  readonly attempt: Attempt | null;
}

export const attemptOf = perEditor(() => createStore<AttemptState>(() => ({ attempt: null })));

export const useAttempt = editorHook(attemptOf);
