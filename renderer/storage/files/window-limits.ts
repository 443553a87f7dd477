import { type Design, edgesOf, groupsOf, marksOf, nodesOf } from '../../../shared/model/schema';

/**
 * The most that the window draws and keeps answering; the command line has no such limit. Nodes and edges are one picture where
 * there are many; groups and annotations are an element each, and a browser lays out the letters of all annotations in view.
 */
export const windowLimits = {
  nodes: 20_000,
  edges: 40_000,
  groups: 1_000,
  marks: 2_000,
  markCharacters: 500_000,
} as const;

export type WindowLimit = keyof typeof windowLimits;

/** What a design has too much of for the window; null where the window can show it. */
export function beyondWindow(design: Design): { readonly what: WindowLimit; readonly count: number } | null {
  const counts = {
    nodes: nodesOf(design).length,
    edges: edgesOf(design).length,
    groups: groupsOf(design).length,
    marks: marksOf(design).length,
    markCharacters: marksOf(design).reduce((sum, { text = '' }) => sum + text.length, 0),
  };
  for (const what of ['nodes', 'edges', 'groups', 'marks', 'markCharacters'] as const)
    if (counts[what] > windowLimits[what]) return { what, count: counts[what] };
  return null;
}
