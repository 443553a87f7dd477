import { askToEmptyTrash } from '../storage/deleted';
import { chooseAndRestore, saveBackup } from '../storage/files/library-backup';
import { setView } from '../store/view';
import type { Command } from './command';
import { hasTrash } from './conditions';
import { practiceCommand } from './frame-buttons';

/** Commands about the whole library. */
export const libraryCommands: readonly Command[] = [
  practiceCommand,
  {
    id: 'back-up-library',
    title: 'Back up the library…',
    group: 'design',
    menu: { menu: 'file', section: 'library', order: 1 },
    scope: 'everywhere',
    keywords: ['export', 'all designs', 'zip', 'download', 'save'],
    run: () => void saveBackup(),
  },
  {
    id: 'restore-library',
    title: 'Restore a backup…',
    group: 'design',
    menu: { menu: 'file', section: 'library', order: 2 },
    scope: 'everywhere',
    keywords: ['import', 'all designs', 'zip', 'library'],
    run: () => void chooseAndRestore(),
  },
  {
    id: 'open-trash',
    title: 'Trash',
    group: 'design',
    menu: { menu: 'file', section: 'library', order: 3 },
    scope: 'everywhere',
    keywords: ['deleted designs', 'restore', 'undelete'],
    run: () => setView({ dialog: 'trash' }),
  },
  {
    id: 'empty-trash',
    title: 'Empty trash…',
    group: 'design',
    menu: { menu: 'file', section: 'library', order: 4 },
    scope: 'everywhere',
    keywords: ['delete permanently', 'delete for good'],
    enabled: hasTrash,
    run: askToEmptyTrash,
  },
];
