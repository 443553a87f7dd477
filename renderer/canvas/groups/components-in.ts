import { groupsWithin } from '../../../shared/edits/membership';
import { type Design, type Node, nodesOf } from '../../../shared/model/schema';

/** The components that are in a group, or in a group in it. */
export function componentsIn(design: Design, id: string): readonly Node[] {
  const groups = groupsWithin(design, [id]);
  return nodesOf(design).filter(({ group }) => group !== undefined && groups.has(group));
}
