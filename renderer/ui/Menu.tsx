import { useState } from 'react';
import { Button, type ButtonProps } from './Button';
import { type MenuAnchor, MenuList } from './MenuList';
import type { MenuItem } from './menu-items';

interface MenuProps extends Omit<ButtonProps, 'onClick'> {
  readonly label: string;
  /** Called when the menu opens, so that checked and disabled states are current. */
  readonly items: () => readonly MenuItem[];
}

/** A button that opens a menu under itself. */
export function Menu({ label, items, ...button }: MenuProps) {
  const [open, setOpen] = useState<{ anchor: MenuAnchor; items: readonly MenuItem[] } | null>(null);
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={open !== null}
        {...(button.children === undefined ? { 'aria-label': label } : {})}
        {...button}
        onClick={(event) => {
          if (open !== null) return setOpen(null);
          setOpen({ anchor: { element: event.currentTarget }, items: items() });
        }}
      />
      {open === null ? null : (
        <MenuList label={label} items={open.items} anchor={open.anchor} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
