import { shownKeysOf } from '../store/key-map';
import type { MenuItem } from '../ui/menu-items';
import { t } from '../words/t';
import type { Command } from './command';
import { menuIds, placedIn } from './menu';
import type { MenuId } from './menu-path';
import { commandOf, runCommand } from './registry';
import { isEnabled, whyDisabled } from './running';

/** What somebody new looks for first, beside the menus themselves. */
const first = ['commands', 'versions', 'reference', 'help'] as const;

/** The title of a menu. */
export function menuTitle(id: MenuId): string {
  switch (id) {
    case 'file':
      return t('File');
    case 'edit':
      return t('Edit');
    case 'insert':
      return t('Insert');
    case 'arrange':
      return t('Arrange');
    case 'view':
      return t('View');
    case 'help':
      return t('Help');
  }
}

const separator = (id: string): MenuItem => ({ kind: 'separator', id: `before-${id}` });

/** The list of all menus, for a window that has no menu of the system; `open` shows the list of one. */
export function allMenus(open: (id: MenuId) => void): readonly MenuItem[] {
  return [
    ...menuIds.map(
      (id): MenuItem => ({ kind: 'item', id, label: menuTitle(id), leads: 'in', run: () => open(id) }),
    ),
    separator('first'),
    ...first.map((id) => itemOf(commandOf(id))),
  ];
}

/** The commands of one menu, in its sections; `back` shows the list of all menus. */
export function oneMenu(id: MenuId, back: () => void): readonly MenuItem[] {
  const placed = placedIn(id);
  return [
    { kind: 'item', id: 'back', label: t('All menus'), icon: 'chevron-left', leads: 'back', run: back },
    ...placed.flatMap(({ command, path }, at): readonly MenuItem[] => [
      ...(path.section === placed[at - 1]?.path.section ? [] : [separator(command.id)]),
      itemOf(command),
    ]),
  ];
}

function itemOf(command: Command): MenuItem {
  const keys = shownKeysOf(command);
  const reason = whyDisabled(command);
  return {
    kind: 'item',
    id: command.id,
    label: t(command.title),
    ...(keys === '' ? {} : { keys }),
    ...(command.checked === undefined ? {} : { checked: command.checked.get() }),
    disabled: !isEnabled(command),
    ...(reason === null ? {} : { reason }),
    run: () => void runCommand(command.id),
  };
}
