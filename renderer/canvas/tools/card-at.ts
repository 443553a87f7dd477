import { nodesOf, type Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { holds, partBoxes } from '../part-boxes';

/** The card at a point of the canvas, but for `except`: the one that was drawn last. */
export function cardAt(editor: Editor, point: Point, except?: string): string | null {
  const design = editor.design();
  if (design === null) return null;
  const boxes = partBoxes(design);
  const found = nodesOf(design).findLast(({ id }) => {
    const box = boxes.get(id);
    return id !== except && box !== undefined && holds(box, point);
  });
  return found?.id ?? null;
}
