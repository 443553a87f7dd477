import { message } from '../math/message';
import { lockedParts } from '../model/locked';
import type { Design } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { missingPart, partBoxes } from './part-boxes';

export interface LockArguments {
  readonly ids: readonly string[];
  /** false unlocks them. */
  readonly locked?: boolean | undefined;
}

/** Locks cards, groups and annotations: on the canvas they are neither moved nor deleted until they are unlocked. */
export function lock(design: Design, { ids, locked = true }: LockArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const boxes = partBoxes(design);
  const before = lockedParts(design);
  const changed = ids.filter((id) => boxes.has(id) && before.has(id) !== locked);
  const count = { count: { count: changed.length } };
  const label = locked
    ? message('{count, plural, one {Lock # part} other {Lock # parts}}', count)
    : message('{count, plural, one {Unlock # part} other {Unlock # parts}}', count);
  return edited(label, changed.length === 0 ? [] : [{ op: 'lock', ids: changed, locked }]);
}
