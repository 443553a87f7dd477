import { isAnnotationId } from '../../shared/layout/annotations/index';
import { setAnnotationsShown } from '../canvas/annotations/annotation-actions';
import { useToolStyles } from '../canvas/annotations/tool-styles';
import { chooseTool, drawInMiddle } from '../canvas/tools/choose-tool';
import { isInHand, type ToolEntry, toolCommandId, toolList, usesSheet } from '../canvas/tools/tool-list';
import { currentDesign, useDocument } from '../store/document';
import { startEditing } from '../store/editing';
import { activeEditor } from '../store/editors';
import { setView, useView } from '../store/view';
import type { Command } from './command';
import { all, condition } from './condition';
import { canEdit, canvasHasKeyboard, hasOnlyWritable, inView, onlyWritable } from './conditions';
import { addBoxCommand } from './frame-buttons';

/** The titles that the commands of tools have; that of a tool alone where there is none. */
const titles: Readonly<Record<string, string>> = {
  select: 'Select and move',
  group: 'Draw a group',
};

const toolCommand = (entry: ToolEntry, order: number): Command => ({
  id: toolCommandId(entry),
  title: titles[entry.id] ?? entry.title,
  group: 'add',
  menu: { menu: 'insert', section: entry.tool === 'select' || entry.stays ? 'tools' : 'parts', order },
  keys: entry.keys,
  keywords: entry.keywords,
  enabled: canEdit,
  checked: condition([useView, useToolStyles], () =>
    isInHand(entry, useView.getState().tool, useToolStyles.getState()),
  ),
  run: () => chooseTool(activeEditor(), entry),
});

const annotationSettings = () => currentDesign()?.layout?.annotations ?? {};

const switches: readonly Command[] = [
  {
    id: 'hide-annotations',
    title: 'Hide annotations',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 10 },
    keywords: ['layer', 'notes', 'show', 'visible'],
    enabled: canEdit,
    checked: condition([useDocument], () => annotationSettings().hidden === true),
    run: () => setAnnotationsShown(activeEditor(), { hidden: annotationSettings().hidden !== true }),
  },
  {
    id: 'lock-annotations',
    title: 'Lock annotations',
    group: 'edit',
    menu: { menu: 'edit', section: 'groups', order: 11 },
    keywords: ['layer', 'notes', 'fix'],
    enabled: canEdit,
    checked: condition([useDocument], () => annotationSettings().locked === true),
    run: () => setAnnotationsShown(activeEditor(), { locked: annotationSettings().locked !== true }),
  },
];

const drawsInMiddle = (): boolean => isAnnotationId(useView.getState().tool);

/** With a tool in hand, what it draws comes in the middle, which needs no pointer; else the selected annotation is written on. */
function writeOrDraw(): void {
  if (drawInMiddle(activeEditor())) return;
  const id = onlyWritable();
  if (id !== null) startEditing(id);
}

/** Commands that put something new on the canvas. */
export const addCommands: readonly Command[] = [
  addBoxCommand,
  ...toolList.map((entry, at) => toolCommand(entry, at + 1)),
  {
    id: 'keep-tool',
    title: 'Keep the tool after use',
    group: 'add',
    menu: { menu: 'insert', section: 'tools', order: 90 },
    keys: ['q'],
    keywords: ['lock', 'tool', 'again'],
    enabled: all(
      canEdit,
      inView(({ tool }) => usesSheet(tool)),
    ),
    checked: inView(({ toolLocked }) => toolLocked),
    run: () => setView({ toolLocked: !useView.getState().toolLocked }),
  },
  {
    id: 'write',
    title: 'Write, or draw in the middle',
    group: 'add',
    keys: ['enter'],
    keywords: ['text', 'type', 'note', 'shape', 'keyboard', 'place'],
    enabled: all(
      canEdit,
      canvasHasKeyboard,
      condition([...hasOnlyWritable.sources, useView], () => drawsInMiddle() || hasOnlyWritable.get()),
    ),
    run: writeOrDraw,
  },
  ...switches,
];
