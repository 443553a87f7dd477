import {
  arrangeAll,
  gridPx,
  groupSelection,
  nudgeSelection,
  removeSelection,
  ungroupSelection,
} from '../canvas/arrange';
import { partBoxes } from '../canvas/part-boxes';
import { startConnecting } from '../canvas/tools/connect-picker';
import { currentDesign, redo, undo } from '../store/document';
import { startEditing } from '../store/editing';
import { activeEditor } from '../store/editors';
import { clearSelection, select } from '../store/selection';
import { setView, useView } from '../store/view';
import { copySelection, cutSelection, duplicateSelection, pasteClipboard } from './clipboard';
import type { Command } from './command';
import { all } from './condition';
import {
  canDelete,
  canEdit,
  canEditSelection,
  canRedo,
  canUndo,
  canvasHasKeyboard,
  hasCopyable,
  hasOnlyNamed,
  hasOnlyNode,
  hasSelectedGroup,
  hasSeveralNodes,
  isOpen,
  onlyNamed,
  onlyNode,
} from './conditions';

function selectAll(): void {
  const design = currentDesign();
  if (design !== null) select(partBoxes(design).keys());
}

/** Escape clears one thing at a time: what is being added, the tool, the selection. */
function clearOne(): void {
  const { adding, edgeChips, edgeNotice, tool } = useView.getState();
  if (adding !== null || edgeChips !== null || edgeNotice !== null)
    setView({ adding: null, edgeChips: null, edgeNotice: null });
  else if (tool !== 'select') setView({ tool: 'select' });
  else clearSelection();
}

const withId = (find: () => string | null, act: (id: string) => void) => (): void => {
  const id = find();
  if (id !== null) act(id);
};

const nudges: readonly Command[] = (
  [
    ['left', 'arrowleft', -1, 0, ['Move left', 'Move left by five steps']],
    ['right', 'arrowright', 1, 0, ['Move right', 'Move right by five steps']],
    ['up', 'arrowup', 0, -1, ['Move up', 'Move up by five steps']],
    ['down', 'arrowdown', 0, 1, ['Move down', 'Move down by five steps']],
  ] as const
).flatMap(([side, key, x, y, titles]) =>
  ([1, 5] as const).map(
    (steps): Command => ({
      id: `nudge-${side}${steps === 1 ? '' : '-far'}`,
      title: titles[steps === 1 ? 0 : 1],
      group: 'edit',
      keys: [steps === 1 ? key : `shift+${key}`],
      enabled: all(canEditSelection, canvasHasKeyboard),
      run: () => void nudgeSelection(activeEditor(), x * steps * gridPx, y * steps * gridPx),
    }),
  ),
);

/** Commands that change the design or what of it is selected. */
export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'edit',
    menu: { menu: 'edit', section: 'history', order: 1 },
    keys: ['mod+z'],
    enabled: canUndo,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'edit',
    menu: { menu: 'edit', section: 'history', order: 2 },
    keys: ['mod+shift+z', 'mod+y'],
    enabled: canRedo,
    run: redo,
  },
  {
    id: 'cut',
    title: 'Cut',
    group: 'edit',
    keys: ['mod+x'],
    native: true,
    places: ['node', 'group', 'mark'],
    enabled: all(canEdit, hasCopyable),
    run: cutSelection,
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'edit',
    keys: ['mod+c'],
    native: true,
    places: ['node', 'group', 'mark'],
    enabled: hasCopyable,
    run: copySelection,
  },
  {
    id: 'paste',
    title: 'Paste',
    group: 'edit',
    keys: ['mod+v'],
    native: true,
    places: ['canvas', 'group'],
    enabled: canEdit,
    run: pasteClipboard,
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 1 },
    keys: ['mod+d'],
    places: ['node', 'group', 'mark'],
    enabled: all(canEdit, hasCopyable),
    run: duplicateSelection,
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 2 },
    keys: ['f2'],
    keywords: ['name', 'write'],
    places: ['node', 'group', 'mark'],
    enabled: all(canEdit, hasOnlyNamed),
    run: withId(onlyNamed, startEditing),
  },
  {
    id: 'connect',
    title: 'Connect to…',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 3 },
    keys: ['c'],
    keywords: ['edge', 'arrow', 'call', 'line'],
    places: ['node'],
    enabled: all(canEdit, hasOnlyNode),
    run: withId(onlyNode, (id) => startConnecting(activeEditor(), id)),
  },
  {
    id: 'group',
    title: 'Group as region',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 1 },
    keys: ['mod+g'],
    keywords: ['frame', 'boundary', 'region'],
    places: ['node', 'group'],
    enabled: canEditSelection,
    run: () => void groupSelection(activeEditor(), 'region'),
  },
  {
    id: 'group-zone',
    title: 'Group as zone',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 2 },
    keys: ['mod+alt+g'],
    keywords: ['frame', 'availability zone'],
    places: ['node', 'group'],
    enabled: canEditSelection,
    run: () => void groupSelection(activeEditor(), 'zone'),
  },
  {
    id: 'ungroup',
    title: 'Ungroup',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 3 },
    keys: ['mod+shift+g'],
    places: ['group'],
    enabled: all(canEdit, hasSelectedGroup),
    run: () => void ungroupSelection(activeEditor()),
  },
  {
    id: 'select-all',
    title: 'Select all',
    group: 'edit',
    menu: { menu: 'edit', section: 'selection', order: 1 },
    keys: ['mod+a'],
    places: ['canvas'],
    enabled: isOpen,
    run: selectAll,
  },
  {
    id: 'deselect',
    title: 'Clear selection',
    group: 'edit',
    menu: { menu: 'edit', section: 'selection', order: 2 },
    keys: ['escape'],
    keywords: ['deselect', 'select nothing', 'cancel'],
    enabled: isOpen,
    run: clearOne,
  },
  {
    id: 'arrange',
    title: 'Arrange by layers',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 4 },
    keywords: ['layout', 'auto layout', 'tidy', 'align'],
    places: ['canvas'],
    enabled: all(canEdit, hasSeveralNodes),
    run: () => arrangeAll(activeEditor()),
  },
  ...nudges,
  {
    id: 'delete',
    title: 'Delete',
    group: 'edit',
    menu: { menu: 'edit', section: 'delete', order: 1 },
    keys: ['delete', 'backspace'],
    keywords: ['remove'],
    places: ['node', 'edge', 'group', 'mark'],
    enabled: canDelete,
    run: () => void removeSelection(activeEditor()),
  },
];
