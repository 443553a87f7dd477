import { filled } from './patch';
import { withLayoutField } from './placement';
import type { Design } from './schema';

const nothing: ReadonlySet<string> = new Set();
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The parts that are locked one by one: neither moved nor deleted on the canvas. Annotations can also be locked by their layer. */
export function lockedParts(design: Design): ReadonlySet<string> {
  const list = design.layout?.locked;
  if (list === undefined) return nothing;
  const before = known.get(list);
  if (before !== undefined) return before;
  const parts = new Set(list);
  known.set(list, parts);
  return parts;
}

/** Locks parts, or unlocks them; the same design where they are so already. */
export function withLocked(design: Design, ids: readonly string[], locked: boolean): Design {
  const before = lockedParts(design);
  const changed = new Set(ids.filter((id) => before.has(id) !== locked));
  if (changed.size === 0) return design;
  const list = locked ? [...before, ...changed] : [...before].filter((id) => !changed.has(id));
  return withLayoutField(design, 'locked', filled(list));
}
