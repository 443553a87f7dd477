import type { ResolvedDesign } from '../../catalog/resolved';
import { type Part, partsOf } from './parts';

const known = new WeakMap<ResolvedDesign, readonly Part[] | null>();

/**
 * The parts of a design, every caller before those that it waits for, in whichever flows; null where calls that are waited for lead
 * back to where they began. Found once a design, linear in nodes and calls.
 */
export function callersFirst(design: ResolvedDesign): readonly Part[] | null {
  const found = known.get(design);
  if (found !== undefined) return found;
  const { all, calls } = partsOf(design);
  const callers = new Int32Array(all.length);
  for (const { to, waits } of calls) if (waits) callers[to.at] = (callers[to.at] ?? 0) + 1;
  const order = all.filter(({ at }) => callers[at] === 0);
  // It grows during the walk: whoever is left without a caller is next.
  for (const part of order) {
    for (const { to, waits } of part.calls) {
      if (!waits) continue;
      const left = (callers[to.at] ?? 0) - 1;
      callers[to.at] = left;
      if (left === 0) order.push(to);
    }
  }
  const sorted = order.length < all.length ? null : order;
  known.set(design, sorted);
  return sorted;
}
