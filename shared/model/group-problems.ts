import { counts } from './limits';
import type { Path, Problem } from './result';
import type { Group } from './schema';

/** How deep each group stands, 1 where in no other; null for one that is inside itself. Takes time in proportion to the groups. */
export function groupDepths(groups: readonly Group[]): ReadonlyMap<string, number | null> {
  const parents = new Map(groups.map((group) => [group.id, group.parent]));
  const depths = new Map<string, number | null>();
  for (const { id } of groups) {
    const below: string[] = [];
    const isBelow = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && parents.has(at) && !depths.has(at) && !isBelow.has(at)) {
      below.push(at);
      isBelow.add(at);
      at = parents.get(at);
    }
    // Groups from the one that is met again on are in a circle; those before it only hang on one.
    const circle = at !== undefined && isBelow.has(at) ? below.splice(below.indexOf(at)) : [];
    for (const member of circle) depths.set(member, null);
    let depth = at === undefined ? 0 : (depths.get(at) ?? 0);
    for (const member of below.reverse()) {
      depth += 1;
      depths.set(member, depth);
    }
  }
  return depths;
}

/** Groups whose parent is not there, that are inside themselves, or deeper than is allowed. */
export function* groupProblems(groups: readonly Group[]): Generator<Problem> {
  const depths = groupDepths(groups);
  for (const [at, { id, parent }] of groups.entries()) {
    if (parent === undefined) continue;
    const path: Path = ['system', 'groups', at, 'parent'];
    const depth = depths.get(id) ?? null;
    if (!depths.has(parent)) yield { key: 'unknown-group', path, values: { id: parent, part: id } };
    else if (depth === null) yield { key: 'group-cycle', path, values: { id } };
    // Only the first that is nested too deep is reported, not those in it.
    else if (depth === counts.groupDepth + 1)
      yield { key: 'groups-too-deep', path, values: { id, deepest: counts.groupDepth } };
  }
}
