/** The menus of the desktop window, and the sections of each in their order. */
export const menuSections = {
  file: ['designs', 'design', 'library'],
  edit: ['history', 'parts', 'edges', 'groups', 'selection', 'sizes', 'delete'],
  insert: ['parts', 'tools'],
  arrange: ['align', 'distribute', 'tidy', 'order', 'lock'],
  view: ['zoom', 'places', 'arrangement', 'canvas', 'overlay', 'panels', 'tables', 'load', 'theme'],
  help: ['help', 'about'],
} as const;

export type MenuId = keyof typeof menuSections;

/** Where a command is in the menus: `order` counts within its section. */
export type MenuPath = {
  readonly [M in MenuId]: {
    readonly menu: M;
    readonly section: (typeof menuSections)[M][number];
    readonly order: number;
  };
}[MenuId];

/** The order of two paths of one menu. */
export function compareInMenu(a: MenuPath, b: MenuPath): number {
  const sections: readonly string[] = menuSections[a.menu];
  return sections.indexOf(a.section) - sections.indexOf(b.section) || a.order - b.order;
}
