import { useState } from 'react';
import { platform } from '../platform/current';
import { Button } from '../ui/Button';
import { t } from '../words/t';
import { MainMenuList } from './deferred-main-menu';

/** All commands under one button, where the system shows no menu of the window's: in a tab of a browser. */
export function MainMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (platform().menu !== null) return null;
  return (
    <>
      <Button
        variant="quiet"
        icon="menu"
        aria-label={t('Menu')}
        data-tip={t('Menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(anchor === null ? currentTarget : null)}
      />
      {anchor === null ? null : <MainMenuList anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}
