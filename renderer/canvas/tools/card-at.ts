import { collapsedParts } from '../../../shared/model/collapsed';
import { nodesInOrder } from '../../../shared/model/node-order';
import type { Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { shownDesign } from '../lanes/shown';
import { holds, partBoxes } from '../part-boxes';

/** The card at a point of the canvas, but for `except`: the one that was drawn last. */
export function cardAt(editor: Editor, point: Point, except?: string): string | null {
  const design = shownDesign(editor);
  if (design === null) return null;
  const boxes = partBoxes(design);
  const found = nodesInOrder(design).findLast(({ id }) => {
    const box = boxes.get(id);
    return id !== except && box !== undefined && holds(box, point);
  });
  return found?.id ?? null;
}

/** The card at a point of the canvas, that of a collapsed group included. */
export function partAt(editor: Editor, point: Point): string | null {
  const design = editor.design();
  if (design === null) return null;
  const boxes = partBoxes(design);
  const group = [...collapsedParts(design).shown].find((id) => {
    const box = boxes.get(id);
    return box !== undefined && holds(box, point);
  });
  return group ?? cardAt(editor, point);
}
