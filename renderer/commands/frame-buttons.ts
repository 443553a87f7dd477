import { goToPractice } from '../storage/library';
import { redo, undo } from '../store/document';
import { clearSelection } from '../store/selection';
import { setView, useView } from '../store/view';
import { atRest } from './at-rest';
import type { Command } from './command';
import { canEdit, canRedo, canUndo, inView, isOpen } from './conditions';
import { givenPoint } from './pointer';

/** With nothing begun or selected on the canvas: what is done there brings it back. */
function switchDocument(): void {
  const shows = !useView.getState().document;
  if (shows) {
    clearSelection();
    setView({ ...atRest, history: false, inspectDesign: false });
  }
  setView({ document: shows });
}

/** Commands that the frame of a design shows on buttons: they are drawn with it, and the others are loaded after that. */
export const undoCommand: Command = {
  id: 'undo',
  title: 'Undo',
  group: 'edit',
  menu: { menu: 'edit', section: 'history', order: 1 },
  keys: ['mod+z'],
  enabled: canUndo,
  run: undo,
};

export const redoCommand: Command = {
  id: 'redo',
  title: 'Redo',
  group: 'edit',
  menu: { menu: 'edit', section: 'history', order: 2 },
  keys: ['mod+shift+z', 'mod+y'],
  enabled: canRedo,
  run: redo,
};

export const exportCommand: Command = {
  id: 'export',
  title: 'Export…',
  group: 'design',
  menu: { menu: 'file', section: 'design', order: 3 },
  keys: ['mod+shift+e'],
  keywords: ['png', 'svg', 'json', 'picture', 'image', 'save'],
  places: ['canvas'],
  enabled: isOpen,
  run: () => setView({ dialog: 'export' }),
};

export const documentCommand: Command = {
  id: 'document',
  title: 'Document',
  group: 'view',
  menu: { menu: 'view', section: 'panels', order: 20 },
  keys: ['mod+alt+d'],
  keywords: ['written design', 'text', 'report', 'sections', 'estimates', 'decisions'],
  enabled: isOpen,
  checked: inView((view) => view.document),
  run: switchDocument,
};

export const practiceCommand: Command = {
  id: 'practice',
  title: 'Practice',
  group: 'design',
  menu: { menu: 'file', section: 'designs', order: 4 },
  scope: 'everywhere',
  keywords: ['interview', 'exam', 'problem', 'attempt', 'score', 'exercise'],
  run: () => void goToPractice(),
};

export const addBoxCommand: Command = {
  id: 'add-box',
  title: 'Add a component…',
  group: 'add',
  menu: { menu: 'insert', section: 'parts', order: 0 },
  keys: ['/'],
  keywords: ['insert', 'node', 'box', 'new'],
  places: ['canvas', 'group'],
  placeTitles: { canvas: 'Add a component here…', group: 'Add a component here…' },
  enabled: canEdit,
  run: () => {
    const at = givenPoint();
    setView({ adding: at === null ? {} : { at } });
  },
};
