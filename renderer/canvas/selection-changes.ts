import type { EdgeChange, NodeChange } from '@xyflow/react';
import { groupsOf, nodesOf } from '../../shared/model/schema';
import { currentDesign } from '../store/document';
import { select, useSelection } from '../store/selection';
import type { CanvasEdge } from './edges/flow-edges';
import { isFar } from './far/far';
import type { CanvasNode } from './flow-nodes';
import { contains, overlaps, partBoxes } from './part-boxes';
import { canvasPointAt } from './viewport';

/** Takes over what React Flow says of the selection. Groups are selected by ourselves and stay out of it. */
export function takeSelection(changes: readonly (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]): void {
  const before = useSelection.getState().ids;
  let next: Set<string> | null = null;
  for (const change of changes) {
    if (change.type !== 'select' || (next ?? before).has(change.id) === change.selected) continue;
    next ??= new Set(before);
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  if (next !== null) select(next);
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

let corner: Corner | null = null;

/** While a box is drawn, edges are left alone: they go with their cards. */
export const isBoxing = (): boolean => corner !== null;

export function beginBox(event: { readonly clientX: number; readonly clientY: number }): void {
  corner = canvasPointAt(event.clientX, event.clientY);
}

/** A group is selected by a box only where it lies wholly in it. */
export function endBox(event: { readonly clientX: number; readonly clientY: number }): void {
  const from = corner;
  corner = null;
  const design = currentDesign();
  if (from === null || design === null) return;
  const to = canvasPointAt(event.clientX, event.clientY);
  const drawn = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
  const boxes = partBoxes(design);
  const inside = groupsOf(design).filter(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && contains(drawn, box);
  });
  // From far React Flow has no nodes to find in the box.
  const cards = isFar()
    ? nodesOf(design).filter(({ id }) => {
        const box = boxes.get(id);
        return box !== undefined && overlaps(drawn, box);
      })
    : [];
  const found = [...inside, ...cards].map(({ id }) => id);
  if (isFar()) select(found);
  else if (found.length > 0) select([...useSelection.getState().ids, ...found]);
}
