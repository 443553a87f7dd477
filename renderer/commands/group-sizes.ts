import { groupsOf } from '../../shared/model/schema';
import { gridPx, resizeGroup } from '../canvas/arrange';
import { smallestGroup } from '../canvas/groups/smallest-group';
import { partBoxes } from '../canvas/part-boxes';
import { currentDesign } from '../store/document';
import { activeEditor } from '../store/editors';
import type { Command } from './command';
import { all } from './condition';
import { canEdit, hasOnlyNamed, hasSelectedGroup, onlyNamed } from './conditions';

const onlyGroup = (): string | null => {
  const design = currentDesign();
  const id = onlyNamed();
  return design !== null && id !== null && groupsOf(design).some((group) => group.id === id) ? id : null;
};

/** Moves the right or lower line of the selected group, as its handles do. */
function growGroup(widthPx: number, heightPx: number): void {
  const design = currentDesign();
  const id = onlyGroup();
  const box = design === null || id === null ? undefined : partBoxes(design).get(id);
  if (id === null || box === undefined) return;
  const next = {
    ...box,
    width: Math.max(smallestGroup.width, box.width + widthPx),
    height: Math.max(smallestGroup.height, box.height + heightPx),
  };
  resizeGroup(activeEditor(), id, next);
}

/** Commands that change the size of the selected group. */
export const groupSizes: readonly Command[] = (
  [
    ['wider', 'Make the group wider', 'arrowright', 1, 0],
    ['narrower', 'Make the group narrower', 'arrowleft', -1, 0],
    ['taller', 'Make the group taller', 'arrowdown', 0, 1],
    ['shorter', 'Make the group shorter', 'arrowup', 0, -1],
  ] as const
).map(
  ([id, title, key, x, y], at): Command => ({
    id: `group-${id}`,
    title,
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 20 + at },
    keys: [`alt+shift+${key}`],
    keywords: ['resize', 'size', 'region'],
    enabled: all(canEdit, hasSelectedGroup, hasOnlyNamed),
    run: () => growGroup(x * gridPx, y * gridPx),
  }),
);
