import { useMemo } from 'react';
import type { Command, CommandGroup } from '../commands/command';
import { shownKeys } from '../commands/keys';
import { commandsOf, isEnabled, whyDisabled } from '../commands/registry';
import { useCommandChanges } from '../commands/use-command';
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
    ...(command.checked === undefined ? {} : { checked: command.checked.get() }),
    ...(command.id === 'delete' ? { tone: 'danger' as const } : {}),
    disabled: !isEnabled(command),
    ...(reason === null ? {} : { reason }),
    run: command.run,
  };
}

const order: readonly CommandGroup[] = ['add', 'edit', 'view', 'design', 'help'];

/** The commands of the place, separated by group; Delete is last. */
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

/** The context menu of the canvas and its parts. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  const commands = useMemo(() => (menu === null ? [] : commandsOf(menu.place)), [menu]);
  useCommandChanges(commands);
  if (menu === null) return null;
  return <MenuList label={t('Actions')} items={itemsOf(commands)} anchor={menu} onClose={closeContextMenu} />;
}
