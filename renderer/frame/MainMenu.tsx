import { useState } from 'react';
import { allMenus, menuTitle, oneMenu } from '../commands/main-menu';
import type { MenuId } from '../commands/menu-path';
import { platform } from '../platform/current';
import { Button } from '../ui/Button';
import { MenuList } from '../ui/MenuList';
import { t } from '../words/t';

/** All commands under one button, where the system shows no menu of the window's: in a tab of a browser. */
export function MainMenu() {
  const [anchor, setAnchor] = useState<{ readonly element: HTMLElement } | null>(null);
  const [shown, setShown] = useState<MenuId | 'all'>('all');
  if (platform().menu !== null) return null;
  const show = (next: MenuId | 'all'): void => {
    setAnchor(anchor);
    setShown(next);
  };
  return (
    <>
      <Button
        variant="quiet"
        icon="menu"
        aria-label={t('Menu')}
        data-tip={t('Menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => {
          setShown('all');
          setAnchor(anchor === null ? { element: currentTarget } : null);
        }}
      />
      {anchor === null ? null : (
        <MenuList
          key={shown}
          label={shown === 'all' ? t('Menu') : menuTitle(shown)}
          items={shown === 'all' ? allMenus(show) : oneMenu(shown, () => show('all'))}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
