import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { PartSet } from './parts';
import { pathsOf } from './paths';
import { isExternal, isStore } from './roles';
import { writtenBy } from './written';

/** Kinds that keep copies of what another store has. */
const copyKinds: ReadonlySet<string> = new Set(['read-replica', 'backup']);

/** Whether what is written to the node may be the only one there is of it. */
export const keepsOriginals = (node: ResolvedNode): boolean =>
  isStore(node) && !isExternal(node) && !copyKinds.has(node.kind.id);

const known = new WeakMap<ResolvedDesign, ReadonlySet<string>>();

/**
 * The stores that have what is written first: those that a write waits for, or, where it waits for none, those that it
 * reaches. What follows behind a stream, such as a search index, can be made again from them. Computed once a design.
 */
export function originalsOf(design: ResolvedDesign): ReadonlySet<string> {
  const found = known.get(design);
  if (found !== undefined) return found;
  const originals = new Set<string>();
  const addFrom = ({ parts }: PartSet, written: PartSet): boolean => {
    let some = false;
    for (const part of parts) {
      const { node } = part;
      if (!keepsOriginals(node) || !written.includes(part)) continue;
      originals.add(node.id);
      some = true;
    }
    return some;
  };
  for (const paths of pathsOf(design)) {
    const written = writtenBy(design, paths);
    if (written !== null && !addFrom(paths.awaited, written)) addFrom(paths.reached, written);
  }
  known.set(design, originals);
  return originals;
}
