import { useMemo } from 'react';
import { canvasPointAt } from '../canvas/viewport';
import type { Command } from '../commands/command';
import { inSections, placeTitle } from '../commands/context-sections';
import { runAt } from '../commands/pointer';
import { commandsOf } from '../commands/registry';
import { isEnabled, whyDisabled } from '../commands/running';
import { useCommandChanges } from '../commands/shown-command';
import { type ContextMenuState, closeContextMenu, useContextMenu } from '../store/context-menu';
import { activeEditor } from '../store/editors';
import { shownKeysOf } from '../store/key-map';
import { MenuList } from '../ui/MenuList';
import type { MenuItem } from '../ui/menu-items';
import { t } from '../words/t';

type Menu = NonNullable<ContextMenuState['menu']>;

function itemOf(command: Command, { place, x, y }: Menu): MenuItem {
  const keys = shownKeysOf(command);
  const reason = whyDisabled(command);
  return {
    kind: 'item',
    id: command.id,
    label: t(placeTitle(command, place)),
    ...(keys === '' ? {} : { keys }),
    ...(command.checked === undefined ? {} : { checked: command.checked.get() }),
    ...(command.id === 'delete' ? { tone: 'danger' as const } : {}),
    disabled: !isEnabled(command),
    ...(reason === null ? {} : { reason }),
    // What is pasted or added from the menu goes where the menu was opened.
    run: () => runAt(canvasPointAt(activeEditor(), x, y), command.run),
  };
}

/** Commands that are for some parts of this place alone: where they cannot run they are left out. */
const forSome: ReadonlySet<string> = new Set([
  'convert',
  'reset-route',
  'ungroup',
  'connect',
  'rename',
  'what-if-fails',
]);

const isShown = (command: Command): boolean =>
  !forSome.has(command.id) || isEnabled(command) || whyDisabled(command) !== null;

/** The commands of the place in their sections. */
function itemsOf(commands: readonly Command[], menu: Menu): readonly MenuItem[] {
  return inSections(commands.filter(isShown)).flatMap((part, at): readonly MenuItem[] => [
    ...(at === 0 ? [] : [{ kind: 'separator' as const, id: `before-${part[0]?.id}` }]),
    ...part.map((command) => itemOf(command, menu)),
  ]);
}

/** The context menu of the canvas and its parts. */
export function ContextMenu() {
  const menu = useContextMenu((state) => state.menu);
  const commands = useMemo(() => (menu === null ? [] : commandsOf(menu.place)), [menu]);
  useCommandChanges(commands);
  if (menu === null) return null;
  return (
    <MenuList label={t('Actions')} items={itemsOf(commands, menu)} anchor={menu} onClose={closeContextMenu} />
  );
}
