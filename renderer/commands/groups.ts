import { fitSelectedGroups, moveSelectionInto, selectedGroups, toggleCollapsed } from '../canvas/arrange';
import { openPicker } from '../canvas/picker';
import { activeEditor } from '../store/editors';
import type { Command } from './command';
import { all } from './condition';
import {
  canEdit,
  canEditSelection,
  canMoveInto,
  hasCollapsedGroup,
  hasOpenGroup,
  isInGroup,
} from './conditions';

/** Commands on groups, but for those that make and undo one, which are among the edits. */
export const groupCommands: readonly Command[] = [
  {
    id: 'group-as',
    title: 'Group as…',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 3 },
    keywords: ['region', 'zone', 'vpc', 'cluster', 'trust boundary', 'frame'],
    places: ['node', 'group'],
    enabled: canEditSelection,
    run: () => openPicker(activeEditor(), { list: 'group-as' }),
  },
  {
    id: 'move-into',
    title: 'Move into…',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 5 },
    keys: ['mod+alt+m'],
    keywords: ['group', 'region', 'zone', 'member'],
    places: ['node', 'group'],
    enabled: all(canEdit, canMoveInto),
    run: () => openPicker(activeEditor(), { list: 'move-into' }),
  },
  {
    id: 'move-out',
    title: 'Move out of group',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 6 },
    keywords: ['leave', 'member'],
    places: ['node', 'group'],
    enabled: all(canEdit, isInGroup),
    run: () => void moveSelectionInto(activeEditor(), null),
  },
  {
    id: 'collapse-group',
    title: 'Collapse group',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 7 },
    keys: ['mod+alt+c'],
    keywords: ['fold', 'close', 'hide'],
    places: ['group'],
    enabled: all(canEdit, hasOpenGroup),
    run: () => void toggleCollapsed(activeEditor(), openGroups()),
  },
  {
    id: 'expand-group',
    title: 'Expand group',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 8 },
    keys: ['mod+alt+e'],
    keywords: ['unfold', 'open', 'show'],
    places: ['group'],
    enabled: all(canEdit, hasCollapsedGroup),
    run: () => void toggleCollapsed(activeEditor(), closedGroups()),
  },
  {
    id: 'fit-group',
    title: 'Fit group to content',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 9 },
    keywords: ['shrink', 'size'],
    places: ['group'],
    enabled: all(canEdit, hasOpenGroup),
    run: () => void fitSelectedGroups(activeEditor()),
  },
];

const isClosed = (id: string): boolean => activeEditor().design()?.layout?.groups?.[id]?.collapsed === true;

const openGroups = (): readonly string[] => selectedGroups(activeEditor()).filter((id) => !isClosed(id));
const closedGroups = (): readonly string[] => selectedGroups(activeEditor()).filter(isClosed);
