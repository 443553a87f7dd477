import { fitText, type Weight } from '../layout/text';
import { inLanguage } from '../math/format-message';
import { english, type Language } from '../math/language';
import type { Group } from '../model/schema';
import type { GroupKind } from '../model/vocabulary';

/** The line around a group, the same on the canvas and in pictures. */
export interface GroupLook {
  readonly widthPx: number;
  readonly radiusPx: number;
  /** Lengths of dash and gap in px; none for a line without gaps. */
  readonly dashes: readonly [dash: number, gap: number] | null;
  readonly cap: 'butt' | 'round';
}

const dashed: GroupLook = { widthPx: 1, radiusPx: 12, dashes: [3, 3], cap: 'butt' };

/** A group kind's line: solid for a plain group, dotted for a trust boundary, dashed for places. */
export const groupLooks: Readonly<Record<GroupKind, GroupLook>> = {
  region: dashed,
  zone: { ...dashed, radiusPx: 10 },
  vpc: dashed,
  cluster: { ...dashed, radiusPx: 10 },
  'trust-boundary': { widthPx: 1.5, radiusPx: 12, dashes: [0, 3.5], cap: 'round' },
  frame: { ...dashed, dashes: null },
};

export const groupKindTitles: Readonly<Record<GroupKind, string>> = {
  region: 'Region',
  zone: 'Zone',
  vpc: 'VPC',
  cluster: 'Cluster',
  'trust-boundary': 'Trust boundary',
  frame: 'Group',
};

/** A group's name; the title of its kind where it has none. */
export const groupTitleOf = (group: Pick<Group, 'name' | 'kind'>, language: Language = english): string =>
  group.name === undefined || group.name === ''
    ? inLanguage(language, groupKindTitles[group.kind])
    : group.name;

/** The title on a group's upper line, px: the plate begins at `left`, and its text `padding` behind that. */
export const groupTitleSize = {
  left: 16,
  padding: 5,
  height: 24,
  radius: 4,
  fontPx: 12,
  weight: 550,
} as const satisfies Readonly<Record<string, number>> & { readonly weight: Weight };

/** A group's title as far as its upper line has room for it. */
export function fitGroupTitle(title: string, boxWidth: number): string {
  const { left, padding, fontPx, weight } = groupTitleSize;
  return fitText(title, boxWidth - 2 * left - 2 * padding, fontPx, weight);
}

/** Groups as they are drawn, with their depth: a group before those inside it. */
export function groupDepths(groups: readonly Group[]): readonly (readonly [group: Group, depth: number])[] {
  const parents = new Map(groups.map((group) => [group.id, group.parent]));
  const depth = (id: string): number => {
    let count = 0;
    for (let at = parents.get(id); at !== undefined && count < groups.length; at = parents.get(at))
      count += 1;
    return count;
  };
  return groups.map((group) => [group, depth(group.id)] as const).toSorted((a, b) => a[1] - b[1]);
}
