import { setView, type Theme } from '../store/view';
import type { Command } from './command';
import { inView } from './conditions';

/** The themes; the first page shows them before the other commands are loaded. */
export const themeCommands: readonly Command[] = (
  [
    ['system', 'Theme of the system'],
    ['light', 'Light theme'],
    ['dark', 'Dark theme'],
  ] as const satisfies readonly (readonly [Theme, string])[]
).map(
  ([theme, title], at): Command => ({
    id: `theme-${theme}`,
    title,
    group: 'view',
    menu: { menu: 'view', section: 'theme', order: at + 1 },
    scope: 'everywhere',
    keywords: ['theme', 'colours', 'appearance', 'mode'],
    checked: inView((view) => view.theme === theme),
    run: () => setView({ theme }),
  }),
);
