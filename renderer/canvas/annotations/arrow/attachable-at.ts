import { annotationOf } from '../../../../shared/layout/annotations/index';
import { grown, holds } from '../../../../shared/layout/geometry';
import { markStates } from '../../../../shared/model/marks';
import { marksOf, nodesOf, type Point } from '../../../../shared/model/schema';
import type { Editor } from '../../../store/editors';
import { partBoxes } from '../../part-boxes';

/** How near an arrow's end binds to a part, canvas px. */
const reachPx = 8;

/** The part that an arrow would end at there: the card, or else the annotation, that is drawn last; null for none. */
export function attachableAt(editor: Editor, point: Point): string | null {
  const design = editor.design();
  if (design === null) return null;
  const boxes = partBoxes(design);
  const { hidden } = markStates(design);
  const isAt = (id: string): boolean => {
    const box = boxes.get(id);
    return box !== undefined && holds(grown(box, reachPx), point);
  };
  const node = nodesOf(design).findLast(({ id }) => isAt(id));
  if (node !== undefined) return node.id;
  const mark = marksOf(design).findLast(
    (one) => annotationOf(one.kind).outlineOf(one) !== null && !hidden.has(one.id) && isAt(one.id),
  );
  return mark?.id ?? null;
}
