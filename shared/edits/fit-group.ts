import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import { type Box, type Design, groupsOf } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { contentBox } from './group';
import { grownGroups, outwards } from './grow-groups';
import { boxReader } from './part-boxes';

export interface FitGroupArguments {
  readonly ids: readonly string[];
}

/** Makes groups as small as their content leaves them; an empty group stays as large as it is. */
export function fitGroup(design: Design, { ids }: FitGroupArguments): EditResult {
  const known = new Set(groupsOf(design).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) return refused('There is no group {id}.', { id: missing });
  const changes: Change[] = [];
  let next = design;
  const apply = (boxes: Readonly<Record<string, Box>>): void => {
    if (Object.keys(boxes).length === 0) return;
    const change: Change = { op: 'place', boxes };
    changes.push(change);
    next = applyChanges(next, [change]);
  };
  // From the inside out: an outer group is fitted to inner ones that are fitted already.
  for (const id of innermostFirst(design, ids)) {
    const [place, content] = [own(next.layout?.groups, id), contentBox(next, id)];
    if (place === undefined || place.collapsed === true || content === null) continue;
    const { x, y, width, height } = outwards(content);
    if (x === place.x && y === place.y && width === place.width && height === place.height) continue;
    apply({ [id]: { ...place, x, y, width, height } });
    apply(grownGroups(next, boxReader(next), [id]));
  }
  return edited(message('Fit group to content'), changes);
}

function innermostFirst(design: Design, ids: readonly string[]): readonly string[] {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let at = parents.get(id); at !== undefined && depth <= parents.size; at = parents.get(at))
      depth += 1;
    return depth;
  };
  return ids.toSorted((a, b) => depthOf(b) - depthOf(a));
}
