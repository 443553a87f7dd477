import type { EdgeChange, NodeChange } from '@xyflow/react';
import { edgesDrawnAs } from '../../shared/diagram/drawn-edges';
import { lockedParts } from '../../shared/model/locked';
import type { Editor } from '../store/editors';
import type { CanvasEdge } from './edges/flow-edges';
import type { CanvasNode } from './flow-nodes';

const nothing: ReadonlySet<string> = new Set();

/** What React Flow knows of the selection: of a large design it has the parts near the view alone. */
export interface FlowKnowledge {
  readonly knows: (id: string) => boolean;
  /** A key is held by which one adds to the selection. */
  readonly isAdding: () => boolean;
}

/**
 * Takes over what React Flow says of the selection; with `leavesLocked` what is locked is not selected. Groups are selected by
 * ourselves and stay out of it. Where it selects anew, what it was not given is deselected with the rest.
 */
export function takeSelection(
  editor: Editor,
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
  flow: FlowKnowledge | null,
  leavesLocked = false,
): void {
  const before = editor.selection.getState().ids;
  const design = editor.design();
  const passed = leavesLocked && design !== null ? lockedParts(design) : nothing;
  let next: Set<string> | null = null;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    // Edges that are drawn as one are selected together.
    for (const id of design === null ? [change.id] : edgesDrawnAs(design, change.id)) {
      if (change.selected && passed.has(id)) continue;
      if ((next ?? before).has(id) === change.selected) continue;
      next ??= new Set(before);
      if (change.selected) next.add(id);
      else next.delete(id);
    }
  }
  if (next === null) return;
  if (flow !== null && !flow.isAdding()) for (const id of before) if (!flow.knows(id)) next.delete(id);
  editor.select(next);
}
