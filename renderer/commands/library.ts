import { askToEmptyTrash } from '../storage/deleted';
import { chooseAndRestore, saveBackup } from '../storage/files/library-backup';
import { setView } from '../store/view';
import { useWorkspace } from '../store/workspace';
import type { Command } from './command';

const hasTrash = (): boolean => useWorkspace.getState().trash.length > 0;

/** Commands about the whole library. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'back-up-library',
    title: 'Back up the library…',
    group: 'design',
    scope: 'everywhere',
    keywords: ['export', 'all designs', 'zip', 'download', 'save'],
    run: () => void saveBackup(),
  },
  {
    id: 'restore-library',
    title: 'Restore a backup…',
    group: 'design',
    scope: 'everywhere',
    keywords: ['import', 'all designs', 'zip', 'library'],
    run: () => void chooseAndRestore(),
  },
  {
    id: 'open-trash',
    title: 'Trash',
    group: 'design',
    scope: 'everywhere',
    keywords: ['deleted designs', 'restore', 'undelete'],
    run: () => setView({ dialog: 'trash' }),
  },
  {
    id: 'empty-trash',
    title: 'Empty trash…',
    group: 'design',
    scope: 'everywhere',
    keywords: ['delete for good'],
    enabled: hasTrash,
    run: askToEmptyTrash,
  },
];
