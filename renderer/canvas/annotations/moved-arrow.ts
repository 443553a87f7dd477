import type { Moved } from '../../../shared/edits/move';
import type { AttachedOf } from '../../../shared/layout/annotations/annotation';
import { annotationOf } from '../../../shared/layout/annotations/index';
import { attachments } from '../../../shared/layout/geometry';
import { own } from '../../../shared/model/own';
import type { Box, Design, Mark } from '../../../shared/model/schema';
import { partBoxes } from '../part-boxes';

/** What arrows can end at, where parts are while they are dragged. */
export function movedAttachments(design: Design, moved: Moved): AttachedOf {
  const boxes = partBoxes(design);
  return attachments(design, (id) => {
    const dragged = own(moved.boxes, id);
    const [box, place] = [boxes.get(id), own(moved.places, id)];
    if (dragged !== undefined || box === undefined || place === undefined) return dragged ?? box;
    return { ...box, x: place.x, y: place.y };
  });
}

/** The arrow where it is dragged to: its own place counts for its free ends, whatever the corner of its box is. */
export function movedArrow(design: Design, mark: Mark, moved: Moved): Mark {
  const [box, place] = [partBoxes(design).get(mark.id), own(moved.places, mark.id)];
  if (box === undefined || place === undefined) return mark;
  return { ...mark, x: (mark.x ?? 0) + place.x - box.x, y: (mark.y ?? 0) + place.y - box.y };
}

/** The box of an arrow while it or what it ends at is dragged; null where none of them is, or for any other annotation. */
export function movedArrowBox(design: Design, mark: Mark, moved: Moved): Box | null {
  const parts = [mark.from?.part, mark.to?.part].filter((part) => part !== undefined);
  const isMoved = parts.some(
    (part) => own(moved.places, part) !== undefined || own(moved.boxes, part) !== undefined,
  );
  if (parts.length === 0 || (!isMoved && own(moved.places, mark.id) === undefined)) return null;
  return annotationOf(mark.kind).boxOf(movedArrow(design, mark, moved), movedAttachments(design, moved));
}
