import { useMemo, useState } from 'react';
import { allMenus, menuTitle, oneMenu } from '../commands/main-menu';
import type { MenuId } from '../commands/menu-path';
import { MenuList } from '../ui/MenuList';
import { t } from '../words/t';

export interface MainMenuListProps {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** The menus by their titles, then the commands of the one that is chosen. */
export function MainMenuList({ anchor, onClose }: MainMenuListProps) {
  const [shown, setShown] = useState<MenuId | 'all'>('all');
  const at = useMemo(() => ({ element: anchor }), [anchor]);
  return (
    <MenuList
      key={shown}
      label={shown === 'all' ? t('Menu') : menuTitle(shown)}
      items={shown === 'all' ? allMenus(setShown) : oneMenu(shown, () => setShown('all'))}
      anchor={at}
      onClose={onClose}
    />
  );
}
