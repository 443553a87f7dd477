import { type Design, nodesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import type { Editor } from '../../store/editors';
import { type Detail, shownDetail, useDetail } from '../detail';

/** A design of more nodes is drawn on one canvas where it comes to tiles: so many cards cost too much as elements. */
const manyNodes = 250;

const isOut = (detail: Detail): boolean => detail === 'tile' || detail === 'dot';

const countOf = (design: Design | null): number => (design === null ? 0 : nodesOf(design).length);

/** Whether the design is seen from so far that it is drawn as a picture of itself. */
export function useIsFar(): boolean {
  const isMany = useDocument((state) => countOf(state.design) > manyNodes);
  return isOut(useDetail()) && isMany;
}

export const isFar = (editor: Editor): boolean =>
  countOf(editor.design()) > manyNodes && isOut(shownDetail(editor));
