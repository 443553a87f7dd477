import type { MenuPlace } from '../store/context-menu';
import type { Condition } from './condition';
import type { MenuPath } from './menu-path';

/** The groups of the help sheet and the command palette, in their order. */
export const commandGroups = ['design', 'edit', 'add', 'view', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/**
 * One thing that a person can do: the list of these feeds the shortcuts, the palette, the context menus, the help sheet
 * and, in the shell, the menu. The words are English keys of `t()`.
 */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** Shortcuts: `mod` is Ctrl, on a Mac Cmd. The first is the one that is shown. E.g. `mod+shift+c`, `delete`, `?`. */
  readonly keys?: readonly string[];
  /** The browser's own event runs it (copy, cut, paste), which needs no permission: the keys are only shown. */
  readonly native?: boolean;
  /** Other words under which the palette finds it. */
  readonly keywords?: readonly string[];
  /** The context menus it is in. */
  readonly places?: readonly MenuPlace[];
  /** Its title in the context menus of places where the usual one says too little or too much. */
  readonly placeTitles?: { readonly [place in MenuPlace]?: string };
  /** Where its shortcut works: `editor` (default) or everywhere, also while a dialog or the library shows. */
  readonly scope?: 'editor' | 'everywhere';
  /** Where it is in the menus of the desktop window; nowhere for what belongs to the keyboard or the clipboard. */
  readonly menu?: MenuPath;
  /** Whether it can run now; always where there is none. */
  readonly enabled?: Condition;
  /** Whether it is on, for what can be switched. */
  readonly checked?: Condition;
  readonly run: () => void;
}
