import type { LayerId } from '../../shared/model/vocabulary';
import { useDocument } from '../store/document';
import { resolvedOf } from '../store/report';

const nodeOf = (state: ReturnType<typeof useDocument.getState>, id: string) =>
  state.design === null ? undefined : resolvedOf(state.design).nodes.get(id);

export const useNodeName = (id: string): string => useDocument((state) => nodeOf(state, id)?.name ?? '');

export const useNodeIcon = (id: string): string =>
  useDocument((state) => nodeOf(state, id)?.kind.icon ?? 'box');

export const useNodeLayer = (id: string): LayerId =>
  useDocument((state) => nodeOf(state, id)?.layer ?? 'service');

export const useReadOnly = (): boolean => useDocument((state) => state.readOnly);
