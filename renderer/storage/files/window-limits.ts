import { type Design, edgesOf, nodesOf } from '../../../shared/model/schema';

/** The most that the window draws and keeps answering; the command line has no such limit. */
export const windowLimits = { nodes: 20_000, edges: 40_000 } as const;

/** What a design has too much of for the window; null where the window can show it. */
export function beyondWindow(
  design: Design,
): { readonly what: keyof typeof windowLimits; readonly count: number } | null {
  const counts = { nodes: nodesOf(design).length, edges: edgesOf(design).length };
  for (const what of ['nodes', 'edges'] as const)
    if (counts[what] > windowLimits[what]) return { what, count: counts[what] };
  return null;
}
