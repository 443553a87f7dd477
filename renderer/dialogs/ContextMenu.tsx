import { useMemo } from 'react';
import type { Command, CommandGroup } from '../commands/command';
import { shownKeys } from '../commands/keys';
import { commandsOf, isEnabled, whyDisabled } from '../commands/registry';
import { closeContextMenu, useContextMenu } from '../store/context-menu';
import { MenuList } from '../ui/MenuList';
import type { MenuItem } from '../ui/menu-items';
import { t } from '../words/t';

function itemOf(command: Command): MenuItem {
  const [keys] = command.keys ?? [];
  const reason = whyDisabled(command);
  return {
    kind: 'item',
    id: command.id,
    label: t(command.title),
    ...(keys === undefined ? {} : { keys: shownKeys(keys) }),
    ...(command.checked === undefined ? {} : { checked: command.checked() }),
    ...(command.id === 'delete' ? { tone: 'danger' as const } : {}),
    disabled: !isEnabled(command),
    ...(reason === null ? {} : { reason }),
    run: command.run,
  };
}

const order: readonly CommandGroup[] = ['add', 'edit', 'view', 'design', 'help'];

/** The commands of the place, parted by group; Delete stands last, by itself. */
function itemsOf(commands: readonly Command[]): readonly MenuItem[] {
  const parts = [
    ...order.map((group) => commands.filter((command) => command.group === group && command.id !== 'delete')),
    commands.filter((command) => command.id === 'delete'),
  ].filter((part) => part.length > 0);
  return parts.flatMap((part, at): readonly MenuItem[] => [
    ...(at === 0 ? [] : [{ kind: 'separator' as const, id: `before-${part[0]?.id}` }]),
    ...part.map(itemOf),
  ]);
}

/** The menu of a right click, or of the menu key, on the canvas and what is on it. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  const items = useMemo(() => (menu === null ? [] : itemsOf(commandsOf(menu.place))), [menu]);
  if (menu === null) return null;
  return <MenuList label={t('Actions')} items={items} anchor={menu} onClose={closeContextMenu} />;
}
