import { createStore } from 'zustand/vanilla';
import { drawnEdges, edgesDrawnAs } from '../../shared/diagram/drawn-edges';
import { collapsedParts } from '../../shared/model/collapsed';
import type { Design } from '../../shared/model/schema';
import { type Editor, editorHook, perEditor } from '../store/editors';

/** The parts that stay lit while all others are dimmed: what was found, the hop that is followed, what a part reaches. */
interface FoundState {
  /** null while nothing is lit. */
  readonly ids: ReadonlySet<string> | null;
  /** Parts that are neither lit nor dimmed. */
  readonly beside: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export const foundOf = perEditor(() => createStore<FoundState>(() => ({ ids: null, beside: none })));

export const useAllFound = editorHook(foundOf);

/** How a part is drawn while something is looked for. */
export type FoundLight = 'plain' | 'found' | 'dim';

export const useFound = (id: string): FoundLight =>
  useAllFound(({ ids, beside }) =>
    ids === null || (beside.has(id) && !ids.has(id)) ? 'plain' : ids.has(id) ? 'found' : 'dim',
  );

/** Nothing is lit, and nothing dimmed. */
export const lightNothing = (editor: Editor): void => foundOf(editor).setState({ ids: null, beside: none });

/** Parts with what is drawn for them: the collapsed group that one is in, the line that several calls have in common. */
export function withDrawn(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const parts = new Set(ids);
  const { within } = collapsedParts(design);
  for (const [part, group] of within) if (parts.has(part)) parts.add(group);
  for (const [id, drawn] of drawnEdges(design))
    if (drawn?.id === id && edgesDrawnAs(design, id).some((edge) => parts.has(edge))) parts.add(id);
  return parts;
}
