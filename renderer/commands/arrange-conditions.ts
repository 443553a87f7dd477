import { lockedParts } from '../../shared/model/locked';
import { type Design, marksOf, nodesOf } from '../../shared/model/schema';
import { partBoxes } from '../canvas/part-boxes';
import { currentDesign } from '../store/document';
import { useSelection } from '../store/selection';
import type { Condition } from './condition';
import { ofSelection } from './conditions';

const placedAmong = (design: Design, ids: ReadonlySet<string>): readonly string[] => {
  const boxes = partBoxes(design);
  return [...ids].filter((id) => boxes.has(id));
};

/** The selected parts that stand somewhere on the canvas: all but edges. */
export function placedSelection(): readonly string[] {
  const design = currentDesign();
  return design === null ? [] : placedAmong(design, useSelection.getState().ids);
}

/** At least so many parts are selected that are on the canvas. */
export const hasPlaced = (least: number): Condition =>
  ofSelection((design, ids) => ids.size >= least && placedAmong(design, ids).length >= least);

/** A card or an annotation is selected: what can be put before others. */
export const hasOrderable = ofSelection((design, ids) =>
  [...nodesOf(design), ...marksOf(design)].some(({ id }) => ids.has(id)),
);

export const hasSelectedLocked = ofSelection((design, ids) =>
  [...lockedParts(design)].some((id) => ids.has(id)),
);

export const hasSelectedUnlocked = ofSelection((design, ids) =>
  placedAmong(design, ids).some((id) => !lockedParts(design).has(id)),
);
