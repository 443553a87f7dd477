import { counts } from './limits';
import { type Design, edgesOf, flowsOf, groupsOf, marksOf, nodesOf } from './schema';

export type PartList = 'nodes' | 'edges' | 'flows' | 'groups' | 'marks';

const lists: Readonly<Record<PartList, (design: Design) => readonly unknown[]>> = {
  nodes: nodesOf,
  edges: edgesOf,
  flows: flowsOf,
  groups: groupsOf,
  marks: marksOf,
};

/** How many more parts of a sort a design may have. */
export function roomFor(design: Design, list: PartList): number {
  return Math.max(0, counts[list] - lists[list](design).length);
}
