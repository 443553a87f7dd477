import { nodesOf } from '../../shared/model/schema';
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
import { currentDesign, redo, undo, useDocument } from '../store/document';
import { startEditing } from '../store/editing';
import { activeEditor } from '../store/editors';
import { clearSelection, select } from '../store/selection';
import { setView, useView } from '../store/view';
import { copySelection, cutSelection, duplicateSelection, pasteClipboard } from './clipboard';
import type { Command } from './command';
import {
  canDelete,
  canEdit,
  canEditSelection,
  canvasHasKeyboard,
  hasCopyable,
  hasSelectedGroup,
  isOpen,
  onlyNamed,
  onlyNode,
} from './conditions';

function selectAll(): void {
  const design = currentDesign();
  if (design !== null) select(partBoxes(design).keys());
}

/** Escape lets go of one thing at a time: what is being added, the tool, what is selected. */
function letGo(): void {
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
      enabled: () => canEditSelection() && canvasHasKeyboard(),
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
    keys: ['mod+z'],
    enabled: () => canEdit() && useDocument.getState().past.length > 0,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'edit',
    keys: ['mod+shift+z', 'mod+y'],
    enabled: () => canEdit() && useDocument.getState().future.length > 0,
    run: redo,
  },
  {
    id: 'cut',
    title: 'Cut',
    group: 'edit',
    keys: ['mod+x'],
    native: true,
    places: ['node', 'group', 'mark'],
    enabled: () => canEdit() && hasCopyable(),
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
    keys: ['mod+d'],
    places: ['node', 'group', 'mark'],
    enabled: () => canEdit() && hasCopyable(),
    run: duplicateSelection,
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'edit',
    keys: ['f2'],
    keywords: ['name', 'write'],
    places: ['node', 'group', 'mark'],
    enabled: () => canEdit() && onlyNamed() !== null,
    run: withId(onlyNamed, startEditing),
  },
  {
    id: 'connect',
    title: 'Connect to…',
    group: 'edit',
    keys: ['c'],
    keywords: ['edge', 'arrow', 'call', 'line'],
    places: ['node'],
    enabled: () => canEdit() && onlyNode() !== null,
    run: withId(onlyNode, (id) => startConnecting(activeEditor(), id)),
  },
  {
    id: 'group',
    title: 'Group as region',
    group: 'edit',
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
    keys: ['mod+shift+g'],
    places: ['group'],
    enabled: () => canEdit() && hasSelectedGroup(),
    run: () => void ungroupSelection(activeEditor()),
  },
  {
    id: 'select-all',
    title: 'Select all',
    group: 'edit',
    keys: ['mod+a'],
    places: ['canvas'],
    enabled: isOpen,
    run: selectAll,
  },
  {
    id: 'deselect',
    title: 'Let go of the selection',
    group: 'edit',
    keys: ['escape'],
    keywords: ['deselect', 'select nothing', 'cancel'],
    enabled: isOpen,
    run: letGo,
  },
  {
    id: 'arrange',
    title: 'Arrange by layers',
    group: 'edit',
    keywords: ['layout', 'auto layout', 'tidy', 'align'],
    places: ['canvas'],
    enabled: () => {
      const design = currentDesign();
      return canEdit() && design !== null && nodesOf(design).length > 1;
    },
    run: () => arrangeAll(activeEditor()),
  },
  ...nudges,
  {
    id: 'delete',
    title: 'Delete',
    group: 'edit',
    keys: ['delete', 'backspace'],
    keywords: ['remove'],
    places: ['node', 'edge', 'group', 'mark'],
    enabled: canDelete,
    run: () => void removeSelection(activeEditor()),
  },
];
