import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { Editor } from '../store/editors';
import type { CanvasEdge } from './edges/flow-edges';
import type { CanvasNode } from './flow-nodes';

/** Takes over what React Flow says of the selection. Groups are selected by ourselves and stay out of it. */
export function takeSelection(
  editor: Editor,
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
): void {
  const before = editor.selection.getState().ids;
  let next: Set<string> | null = null;
  for (const change of changes) {
    if (change.type !== 'select' || (next ?? before).has(change.id) === change.selected) continue;
    next ??= new Set(before);
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  if (next !== null) editor.select(next);
}
