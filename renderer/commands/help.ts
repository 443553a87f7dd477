import { startTour } from '../storage/start-tour';
import { setView, useView } from '../store/view';
import type { Command } from './command';

/** What opens the shortcuts and help; the first is the one that is shown. */
export const helpKeys = ['?', 'f1'] as const;

/** The way to everything else. */
export const helpCommands: readonly Command[] = [
  {
    id: 'commands',
    title: 'Find a command or a part…',
    group: 'help',
    menu: { menu: 'help', section: 'help', order: 1 },
    scope: 'everywhere',
    keys: ['mod+k'],
    keywords: ['search', 'palette'],
    run: () => setView({ dialog: useView.getState().dialog === 'commands' ? null : 'commands' }),
  },
  {
    id: 'help',
    title: 'Shortcuts and help',
    group: 'help',
    menu: { menu: 'help', section: 'help', order: 2 },
    scope: 'everywhere',
    keys: helpKeys,
    keywords: ['keyboard', 'keys'],
    run: () => setView({ dialog: 'help' }),
  },
  {
    id: 'shortcuts',
    title: 'Change shortcuts…',
    group: 'help',
    menu: { menu: 'help', section: 'help', order: 4 },
    scope: 'everywhere',
    keywords: ['keyboard', 'keys', 'remap', 'hotkeys', 'keybindings', 'preferences'],
    run: () => setView({ dialog: 'shortcuts' }),
  },
  {
    id: 'reference',
    title: 'Reference',
    group: 'help',
    menu: { menu: 'help', section: 'help', order: 3 },
    scope: 'everywhere',
    keywords: ['components', 'kinds', 'rules', 'findings', 'documentation', 'manual'],
    run: () => setView({ dialog: 'reference', referencePlace: null }),
  },
  {
    id: 'tour',
    title: 'Take the tour',
    group: 'help',
    menu: { menu: 'help', section: 'help', order: 5 },
    scope: 'everywhere',
    keywords: ['introduction', 'tutorial', 'getting started', 'first steps', 'learn'],
    run: () => void startTour(),
  },
  {
    id: 'about',
    title: 'About Loadline',
    group: 'help',
    menu: { menu: 'help', section: 'about', order: 1 },
    scope: 'everywhere',
    keywords: ['version', 'licences', 'licenses', 'open source', 'copyright'],
    run: () => setView({ dialog: 'about' }),
  },
];
