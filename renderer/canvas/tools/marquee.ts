import { collapsedParts } from '../../../shared/model/collapsed';
import { lockedParts } from '../../../shared/model/locked';
import { type Design, groupsOf, nodesOf } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { boxBetween } from '../box-between';
import { isFar } from '../far/far';
import { shownDesign } from '../lanes/shown';
import { hasManyParts } from '../near/near-area';
import { contains, overlaps, partBoxes } from '../part-boxes';
import { canvasPointAt } from '../viewport';
import { gesturesOf, type Pointer } from './gestures';

/**
 * Selecting by a box. The view finds the cards in it; groups, which are selected only where they lie wholly in it, are
 * found here.
 */
export function beginMarquee(editor: Editor, { clientX, clientY }: Pointer): void {
  const from = canvasPointAt(editor, clientX, clientY);
  gesturesOf(editor).begin({
    name: 'marquee',
    finish(pointer) {
      const design = shownDesign(editor);
      if (design === null) return;
      const drawn = boxBetween(from, canvasPointAt(editor, pointer.clientX, pointer.clientY));
      const groups = groupsIn(design, drawn);
      // From far the view has no cards to find in the box.
      if (isFar(editor)) editor.select([...groups, ...cardsIn(design, drawn)]);
      else {
        // Where the view was moved meanwhile, it no longer has all cards that the box began with.
        const cards = hasManyParts(design) ? cardsIn(design, drawn) : [];
        if (groups.length + cards.length > 0)
          editor.select([...editor.selection.getState().ids, ...groups, ...cards]);
      }
    },
  });
}

/** While a box is drawn, edges are left alone: they go with their cards. */
export const isMarquee = (editor: Editor): boolean => gesturesOf(editor).state.getState().name === 'marquee';

type Drawn = ReturnType<typeof boxBetween>;

function groupsIn(design: Design, drawn: Drawn): readonly string[] {
  const boxes = partBoxes(design);
  const locked = lockedParts(design);
  const { shown } = collapsedParts(design);
  return groupsOf(design).flatMap(({ id }) => {
    const box = boxes.get(id);
    // A collapsed group is taken as cards are.
    const isIn = shown.has(id) ? overlaps : contains;
    return box !== undefined && isIn(drawn, box) && !locked.has(id) ? [id] : [];
  });
}

function cardsIn(design: Design, drawn: Drawn): readonly string[] {
  const boxes = partBoxes(design);
  const locked = lockedParts(design);
  return nodesOf(design).flatMap(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && overlaps(drawn, box) && !locked.has(id) ? [id] : [];
  });
}
