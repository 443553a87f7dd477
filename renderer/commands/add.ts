import { addMark } from '../canvas/arrange';
import { chooseTool } from '../canvas/tools/choose-tool';
import { canvasCentre } from '../canvas/viewport';
import { activeEditor } from '../store/editors';
import { setView, type Tool, useView } from '../store/view';
import type { Command } from './command';
import { canEdit, inView } from './conditions';

/** Takes the tool in hand; with it in hand already, puts its mark in the middle, which needs no pointer. */
function takeTool(tool: Extract<Tool, 'note' | 'text'>): void {
  if (useView.getState().tool === tool) addMark(activeEditor(), tool, canvasCentre(activeEditor()));
  else chooseTool(activeEditor(), tool);
}

/** Commands that put something new on the canvas. */
export const addCommands: readonly Command[] = [
  {
    id: 'add-box',
    title: 'Add a component…',
    group: 'add',
    menu: { menu: 'insert', section: 'parts', order: 1 },
    keys: ['/'],
    keywords: ['insert', 'node', 'box', 'new'],
    places: ['canvas'],
    enabled: canEdit,
    run: () => setView({ adding: {} }),
  },
  {
    id: 'add-note',
    title: 'Note (twice: in the middle)',
    group: 'add',
    menu: { menu: 'insert', section: 'parts', order: 2 },
    keys: ['n'],
    keywords: ['sticky', 'comment'],
    enabled: canEdit,
    checked: inView(({ tool }) => tool === 'note'),
    run: () => takeTool('note'),
  },
  {
    id: 'add-text',
    title: 'Text (twice: in the middle)',
    group: 'add',
    menu: { menu: 'insert', section: 'parts', order: 3 },
    keys: ['t'],
    keywords: ['label', 'heading', 'write'],
    enabled: canEdit,
    checked: inView(({ tool }) => tool === 'text'),
    run: () => takeTool('text'),
  },
  {
    id: 'add-group',
    title: 'Draw a group',
    group: 'add',
    menu: { menu: 'insert', section: 'parts', order: 4 },
    keys: ['g'],
    keywords: ['region', 'zone', 'frame', 'boundary'],
    enabled: canEdit,
    checked: inView(({ tool }) => tool === 'group'),
    run: () => chooseTool(activeEditor(), 'group'),
  },
  {
    id: 'select-tool',
    title: 'Select and move',
    group: 'add',
    menu: { menu: 'insert', section: 'tools', order: 1 },
    keys: ['v'],
    keywords: ['pointer', 'tool'],
    enabled: canEdit,
    checked: inView(({ tool }) => tool === 'select'),
    run: () => chooseTool(activeEditor(), 'select'),
  },
];
