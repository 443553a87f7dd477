import { message } from '../math/message';
import type { Design } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { missingPart } from './part-boxes';

/** What the undo step of a removal is called. */
export const removeLabel = '{count, plural, one {Delete # part} other {Delete # parts}}';

export interface RemoveArguments {
  /** Ids of nodes, edges, flows, groups and marks. */
  readonly ids: readonly string[];
}

/** Deletes parts with all that cannot stand without them: edges of a node, flows that enter at it. */
export function remove(design: Design, { ids }: RemoveArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const label = message(removeLabel, { count: { count: ids.length } });
  return edited(label, ids.length === 0 ? [] : [{ op: 'remove', ids }], { select: [] });
}
