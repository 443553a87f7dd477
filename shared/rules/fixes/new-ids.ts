import type { ResolvedDesign } from '../../catalog/resolved';
import { freeIdAmong } from '../../model/ids';

const known = new WeakMap<ResolvedDesign, ReadonlySet<string>>();

/** The ids of a design's parts, collected once for all fixes; those of its annotations and of its writing are not known here, and
 * `takeFix` gives others for them. */
function idsOf(design: ResolvedDesign): ReadonlySet<string> {
  const found = known.get(design);
  if (found !== undefined) return found;
  const lists = [design.nodes, design.edges, design.flows, design.groups];
  const ids = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  known.set(design, ids);
  return ids;
}

/** Gives ids to the new parts of one fix: free in the design, and none of them twice. */
export function newIds(design: ResolvedDesign): (stem: string) => string {
  const taken = idsOf(design);
  const given = new Set<string>();
  return (stem) => {
    let id = freeIdAmong(taken, stem);
    for (let number = 2; given.has(id); number += 1) id = freeIdAmong(taken, `${number}-${stem}`);
    given.add(id);
    return id;
  };
}
