import { createStore } from 'zustand/vanilla';
import { editorHook, perEditor } from '../store/editors';

/** The parts that the find bar found, which stay lit while all others are dimmed; null while nothing is looked for. */
interface FoundState {
  readonly ids: ReadonlySet<string> | null;
}

export const foundOf = perEditor(() => createStore<FoundState>(() => ({ ids: null })));

export const useAllFound = editorHook(foundOf);

/** How a part is drawn while something is looked for. */
export type FoundLight = 'plain' | 'found' | 'dim';

export const useFound = (id: string): FoundLight =>
  useAllFound(({ ids }) => (ids === null ? 'plain' : ids.has(id) ? 'found' : 'dim'));
