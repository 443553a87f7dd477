import { standIn } from '../../shared/edits/stand-in';
import { lockedParts } from '../../shared/model/locked';
import { markStates } from '../../shared/model/marks';
import { groupSelection, nudgeSelection, removeSelection, ungroupSelection } from '../canvas/arrange';
import { shownDesign } from '../canvas/lanes/shown';
import { partBoxes } from '../canvas/part-boxes';
import { perform } from '../canvas/perform';
import { openPicker } from '../canvas/picker';
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
  canvasHasKeyboard,
  hasConvertibleParts,
  hasCopyable,
  hasOnlyNamed,
  hasOnlyNode,
  hasQuickFix,
  hasSelectedGroup,
  isOpen,
  onlyNamed,
  onlyNode,
} from './conditions';
import { redoCommand, undoCommand } from './frame-buttons';
import { groupSizes } from './group-sizes';

function selectAll(): void {
  const design = shownDesign(activeEditor());
  if (design === null) return;
  const { hidden, locked } = markStates(design);
  const fixed = lockedParts(design);
  select([...partBoxes(design).keys()].filter((id) => !hidden.has(id) && !locked.has(id) && !fixed.has(id)));
}

/** Escape clears one thing at a time: what is being added, looked for or lit, the tool, the selection. */
function clearOne(): void {
  const { adding, edgeChips, edgeNotice, finding, followedFlow, reach, tool } = useView.getState();
  if (adding !== null || edgeChips !== null || edgeNotice !== null)
    setView({ adding: null, edgeChips: null, edgeNotice: null });
  else if (finding !== null) setView({ finding: null });
  else if (reach !== null || followedFlow !== null) setView({ reach: null, followedFlow: null });
  else if (tool !== 'select') setView({ tool: 'select', toolLocked: false });
  else clearSelection();
}

const withId = (find: () => string | null, act: (id: string) => void) => (): void => {
  const id = find();
  if (id !== null) act(id);
};

const nudges: readonly Command[] = (
  [
    ['left', 'arrowleft', -1, 0, ['Move left by 1 px', 'Move left by 10 px']],
    ['right', 'arrowright', 1, 0, ['Move right by 1 px', 'Move right by 10 px']],
    ['up', 'arrowup', 0, -1, ['Move up by 1 px', 'Move up by 10 px']],
    ['down', 'arrowdown', 0, 1, ['Move down by 1 px', 'Move down by 10 px']],
  ] as const
).flatMap(([side, key, x, y, titles]) =>
  ([1, 10] as const).map(
    (px): Command => ({
      id: `nudge-${side}${px === 1 ? '' : '-far'}`,
      title: titles[px === 1 ? 0 : 1],
      group: 'edit',
      keys: [px === 1 ? key : `shift+${key}`],
      enabled: all(canEditSelection, canvasHasKeyboard),
      run: () => void nudgeSelection(activeEditor(), x * px, y * px),
    }),
  ),
);

/** A copy of what is selected that is called where the call of the original fails. */
function addStandIn(): void {
  const editor = activeEditor();
  const design = editor.design();
  if (design !== null) perform(editor, standIn(design, { ids: [...editor.selection.getState().ids] }));
}

/** Commands that change the design or what of it is selected. */
export const editCommands: readonly Command[] = [
  undoCommand,
  redoCommand,
  {
    id: 'cut',
    title: 'Cut',
    group: 'edit',
    keys: ['mod+x'],
    native: true,
    places: ['node', 'group', 'mark', 'many'],
    enabled: all(canEdit, hasCopyable),
    run: cutSelection,
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'edit',
    keys: ['mod+c'],
    native: true,
    places: ['node', 'group', 'mark', 'many'],
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
    placeTitles: { canvas: 'Paste here', group: 'Paste here' },
    enabled: canEdit,
    run: pasteClipboard,
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 1 },
    keys: ['mod+d'],
    places: ['node', 'group', 'mark', 'many'],
    enabled: all(canEdit, hasCopyable),
    run: duplicateSelection,
  },
  {
    id: 'stand-in',
    title: 'Add a stand-in',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 7 },
    keywords: [
      'second region',
      'second provider',
      'failover',
      'redundancy',
      'availability',
      'fallback',
      'copy',
    ],
    places: ['node', 'group', 'many'],
    enabled: all(canEditSelection, hasCopyable),
    run: addStandIn,
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 2 },
    keys: ['f2'],
    keywords: ['name', 'write'],
    places: ['node', 'group', 'mark'],
    placeTitles: { mark: 'Edit text' },
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
    run: withId(onlyNode, (id) => openPicker(activeEditor(), { list: 'connect', from: id })),
  },
  {
    id: 'change-kind',
    title: 'Change kind…',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 5 },
    keywords: ['type', 'replace', 'another component', 'convert'],
    places: ['node'],
    enabled: all(canEdit, hasOnlyNode),
    run: withId(onlyNode, (id) => openPicker(activeEditor(), { list: 'change-kind', id })),
  },
  {
    id: 'group',
    title: 'Group',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 1 },
    keys: ['mod+g'],
    keywords: ['frame', 'boundary', 'region'],
    places: ['node', 'group', 'many'],
    enabled: canEditSelection,
    run: () => void groupSelection(activeEditor()),
  },
  {
    id: 'group-zone',
    title: 'Group as zone',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 2 },
    keys: ['mod+alt+g'],
    keywords: ['frame', 'availability zone'],
    enabled: canEditSelection,
    run: () => void groupSelection(activeEditor(), 'zone'),
  },
  {
    id: 'ungroup',
    title: 'Ungroup',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 4 },
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
    id: 'convert',
    title: 'Turn into components…',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 4 },
    keys: ['mod+shift+k'],
    keywords: ['this is a', 'kind', 'type', 'convert', 'sketch', 'shape', 'box', 'guess'],
    places: ['canvas', 'node', 'mark', 'many'],
    enabled: all(canEdit, hasConvertibleParts),
    run: () => setView({ dialog: 'convert' }),
  },
  {
    id: 'fix-all',
    title: 'Fix all safe findings…',
    group: 'edit',
    menu: { menu: 'edit', section: 'parts', order: 6 },
    keywords: ['quick fix', 'problems', 'resolve', 'repair', 'findings'],
    enabled: all(canEdit, hasQuickFix),
    run: () => setView({ dialog: 'fix-all' }),
  },
  ...nudges,
  ...groupSizes,
  {
    id: 'delete',
    title: 'Delete',
    group: 'edit',
    menu: { menu: 'edit', section: 'delete', order: 1 },
    keys: ['delete', 'backspace'],
    keywords: ['remove'],
    places: ['node', 'edge', 'group', 'mark', 'many'],
    enabled: canDelete,
    run: () => void removeSelection(activeEditor()),
  },
];
