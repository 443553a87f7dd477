import { likelyGroupKinds } from '../../../shared/edits/group-kind';
import { groupsWithin } from '../../../shared/edits/membership';
import { type Design, type Group, groupsOf, nodesOf } from '../../../shared/model/schema';
import type { GroupKind } from '../../../shared/model/vocabulary';
import { t } from '../../words/t';
import type { Choice } from '../ChoiceForm';
import { groupKindTitles, groupTitle } from './group-titles';

/** A line of the list: a group to move into, null for out of the one that they are in, or a kind to group as. */
export type GroupChoice = Choice & ({ readonly into: string | null } | { readonly kind: GroupKind });

/** The kinds that a new group around these parts can have, the likeliest first. */
export const kindChoices = (design: Design, ids: ReadonlySet<string>): readonly GroupChoice[] =>
  likelyGroupKinds(design, ids).map((kind) => ({
    key: kind,
    title: t(groupKindTitles[kind]),
    icon: 'frame',
    kind,
  }));

/** The groups that all of these parts can be moved into, each with those around it, and the way out of their own. */
export function moveChoices(design: Design, ids: ReadonlySet<string>): readonly GroupChoice[] {
  const groups = new Map(groupsOf(design).map((group) => [group.id, group]));
  const inside = groupsWithin(
    design,
    [...ids].filter((id) => groups.has(id)),
  );
  const parents = [
    ...nodesOf(design).flatMap(({ id, group }) => (ids.has(id) ? [group] : [])),
    ...groupsOf(design).flatMap(({ id, parent }) => (ids.has(id) ? [parent] : [])),
  ];
  const stands = new Set(parents);
  const into = groupsOf(design).flatMap((group): GroupChoice[] => {
    const isTheirs = stands.size === 1 && stands.has(group.id);
    if (inside.has(group.id) || isTheirs) return [];
    return [{ key: group.id, title: pathOf(groups, group), icon: 'frame', into: group.id }];
  });
  const isInGroup = parents.some((parent) => parent !== undefined);
  return isInGroup
    ? [{ key: ':out', title: t('Out of the group'), icon: 'arrow-right', into: null }, ...into]
    : into;
}

/** "East › Zone A": a group's title behind those of the groups that it is in. */
function pathOf(groups: ReadonlyMap<string, Group>, group: Group): string {
  const titles: string[] = [];
  let at: Group | undefined = group;
  for (let up = 0; at !== undefined && up <= groups.size; up += 1) {
    titles.unshift(groupTitle(at));
    at = at.parent === undefined ? undefined : groups.get(at.parent);
  }
  return titles.join(' › ');
}
