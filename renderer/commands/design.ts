import { copyAsPng } from '../pictures/copy-as-png';
import { saveAsFile } from '../storage/file';
import { chooseAndImport } from '../storage/files/import-file';
import { createDesign, duplicateOpen, goHome } from '../storage/library';
import { currentDesign } from '../store/document';
import { setView } from '../store/view';
import type { Command } from './command';
import { isOpen, showsEditor } from './conditions';
import { exportCommand } from './frame-buttons';

function saveFile(): void {
  const design = currentDesign();
  if (design !== null) void saveAsFile(design);
}

const copies: readonly Command[] = (
  [
    ['svg', 'Copy as SVG', ['picture', 'vector', 'image', 'clipboard']],
    ['markdown', 'Copy as Markdown tables', ['figures', 'report', 'text', 'clipboard']],
    ['json', 'Copy as JSON', ['file', 'text', 'clipboard']],
  ] as const
).map(([format, title, keywords], at) => ({
  id: `copy-${format}`,
  title,
  group: 'design',
  menu: { menu: 'file', section: 'design', order: 5 + at },
  keywords,
  places: ['canvas', 'node', 'group', 'mark'],
  enabled: isOpen,
  // What writes files is loaded when it is asked for first.
  run: () => void import('../pictures/copy-as-text').then(({ copyAsText }) => copyAsText(format)),
}));

/** Commands about a design as a whole and the library. */
export const designCommands: readonly Command[] = [
  {
    id: 'new-design',
    title: 'New design',
    group: 'design',
    menu: { menu: 'file', section: 'designs', order: 1 },
    scope: 'everywhere',
    keys: ['alt+n'],
    keywords: ['create', 'empty canvas'],
    run: () => void createDesign(),
  },
  {
    id: 'templates',
    title: 'Templates…',
    group: 'design',
    menu: { menu: 'file', section: 'designs', order: 5 },
    scope: 'everywhere',
    keywords: ['gallery', 'example', 'insert', 'start from'],
    run: () => setView({ dialog: 'templates' }),
  },
  {
    id: 'open-file',
    title: 'Open file…',
    group: 'design',
    menu: { menu: 'file', section: 'designs', order: 2 },
    scope: 'everywhere',
    keys: ['mod+o'],
    keywords: ['import', 'json', 'png', 'svg', 'load'],
    run: () => void chooseAndImport(),
  },
  {
    id: 'home',
    title: 'All designs',
    group: 'design',
    menu: { menu: 'file', section: 'designs', order: 3 },
    keywords: ['library', 'home', 'close'],
    enabled: showsEditor,
    run: () => void goHome(),
  },
  {
    id: 'duplicate-design',
    title: 'Duplicate design',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 1 },
    keywords: ['copy', 'save as'],
    enabled: isOpen,
    run: () => void duplicateOpen(),
  },
  {
    id: 'save-file',
    title: 'Save as JSON file',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 2 },
    keys: ['mod+s'],
    keywords: ['download', 'backup'],
    places: ['canvas'],
    enabled: isOpen,
    run: saveFile,
  },
  exportCommand,
  {
    id: 'copy-png',
    title: 'Copy as PNG',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 4 },
    keys: ['mod+shift+c'],
    keywords: ['picture', 'image', 'clipboard'],
    places: ['canvas', 'node', 'group', 'mark'],
    enabled: isOpen,
    run: () => void copyAsPng(),
  },
  ...copies,
  {
    id: 'save-version',
    title: 'Save version…',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 10 },
    keywords: ['snapshot', 'checkpoint', 'name', 'milestone', 'backup'],
    places: ['canvas'],
    enabled: isOpen,
    run: () => setView({ dialog: 'versions' }),
  },
  {
    id: 'versions',
    title: 'Versions…',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 11 },
    keywords: ['history', 'restore', 'earlier', 'snapshot', 'compare', 'automatic'],
    enabled: isOpen,
    run: () => setView({ dialog: 'versions' }),
  },
  {
    id: 'make-problem',
    title: 'Make a problem of this design…',
    group: 'design',
    menu: { menu: 'file', section: 'design', order: 8 },
    keywords: ['practice', 'interview', 'own problem', 'exercise', 'share'],
    enabled: isOpen,
    run: () => setView({ dialog: 'make-problem' }),
  },
];
