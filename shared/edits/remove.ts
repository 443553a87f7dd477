import { message } from '../math/message';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';
import { looseEndChanges } from './arrow-ends';
import { type EditResult, edited, refused } from './edit';
import { fallbackNotes } from './fallbacks';
import { missingPart } from './part-boxes';

/** What the undo step of a removal is called. */
export const removeLabel = '{count, plural, one {Delete # part} other {Delete # parts}}';

export interface RemoveArguments {
  /** Ids of nodes, edges, flows, groups and marks. */
  readonly ids: readonly string[];
}

/** The changes that take parts away; what hangs on them goes by itself when they are applied. */
export const removeChanges = (ids: readonly string[]): readonly Change[] =>
  ids.length === 0 ? [] : [{ op: 'remove', ids }];

/** Deletes parts with all that cannot stand without them: edges of a node, flows that enter at it. */
export function remove(design: Design, { ids }: RemoveArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const label = message(removeLabel, { count: { count: ids.length } });
  const gone = new Set(ids);
  const changes = [...looseEndChanges(design, gone), ...removeChanges(ids)];
  return edited(label, ids.length === 0 ? [] : changes, { notes: fallbackNotes(design, gone), select: [] });
}
