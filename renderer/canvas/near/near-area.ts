import { createStore } from 'zustand/vanilla';
import type { Box, Design } from '../../../shared/model/schema';
import { edgesOf, marksOf, nodesOf } from '../../../shared/model/schema';
import { editorHook, perEditor } from '../../store/editors';
import { contains } from '../part-boxes';

/** From so many parts on React Flow is given only those near the view: it looks at each with every movement. */
const manyParts = 400;

/** How far beyond the view a part is near, in views. */
const margin = 0.5;
/** An area so many times as wide as the view holds much that is far from it. */
const mostTimesWider = 5;

export const hasManyParts = (design: Design): boolean =>
  nodesOf(design).length + marksOf(design).length + edgesOf(design).length > manyParts;

/** The area that counts as near: the one before while the view lies in it and it is not far larger, so that most movements leave all as it is. */
export function nearArea(view: Box, before: Box | null): Box {
  if (before !== null && contains(before, view) && before.width <= view.width * mostTimesWider) return before;
  return {
    x: view.x - view.width * margin,
    y: view.y - view.height * margin,
    width: view.width * (1 + 2 * margin),
    height: view.height * (1 + 2 * margin),
  };
}

/** The area near the view, canvas px; null before the view is known. */
export const nearAreaOf = perEditor(() => createStore<{ readonly area: Box | null }>(() => ({ area: null })));

export const useNearArea = editorHook(nearAreaOf);
