import { createStore } from 'zustand/vanilla';
import type { Design } from '../../../shared/model/schema';
import { type Editor, editorHook, perEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import type { End } from './reconnect';

/** The list of other ends that the keyboard reconnects an edge with. */
const pickerOf = perEditor(() => createStore<{ readonly edge: string | null }>(() => ({ edge: null })));

export const useReconnectPicker = editorHook(pickerOf);

export const startReconnecting = (editor: Editor, edge: string): void => pickerOf(editor).setState({ edge });

export const stopReconnecting = (editor: Editor): void => pickerOf(editor).setState({ edge: null });

/** An end that an edge can be given. */
export interface OtherEnd {
  readonly end: End;
  readonly id: string;
  readonly name: string;
}

/** The ends that an edge could have in place of its own: callees first, then callers. */
export function otherEndsOf(design: Design, edgeId: string): readonly OtherEnd[] {
  const { design: resolved, edges } = resolvedOf(design);
  const edge = edges.get(edgeId);
  if (edge === undefined) return [];
  const others = resolved.nodes.filter(({ id }) => id !== edge.from && id !== edge.to);
  return [
    ...others
      .filter(({ behaviour }) => behaviour !== 'source')
      .map(({ id, name }) => ({ end: 'to' as const, id, name })),
    ...others.map(({ id, name }) => ({ end: 'from' as const, id, name })),
  ];
}
