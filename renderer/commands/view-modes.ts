import { isHandDrawn } from '../../shared/diagram/look';
import { setLook } from '../../shared/edits/annotate';
import { presentOrder } from '../../shared/edits/present';
import { marksOf } from '../../shared/model/schema';
import { partBoxes } from '../canvas/part-boxes';
import { perform } from '../canvas/perform';
import { currentDesign, useDocument } from '../store/document';
import { activeEditor } from '../store/editors';
import { useSelection } from '../store/selection';
import { setView, useView } from '../store/view';
import { atRest } from './at-rest';
import type { Command } from './command';
import { all, condition } from './condition';
import { canEdit, inDesign, inView, isOpen, onlyNamed } from './conditions';
import { documentCommand } from './frame-buttons';

const onlyFrame = (): string | null => {
  const design = currentDesign();
  const id = onlyNamed();
  return design !== null && marksOf(design).some((mark) => mark.id === id && mark.kind === 'frame')
    ? id
    : null;
};

const hasOnlyFrame = all(
  isOpen,
  condition([useDocument, useSelection], () => onlyFrame() !== null),
);

const hasSomething = inDesign((design) => partBoxes(design).size > 0);

/** Whatever was begun on the canvas ends: while it is presented nothing is edited. */
const present = (): void => setView({ ...atRest, presenting: true, document: false });

function switchLook(): void {
  const editor = activeEditor();
  const design = editor.design();
  if (design !== null)
    perform(editor, setLook(design, { look: isHandDrawn(design) ? 'plain' : 'hand-drawn' }));
}

function movePresented(by: -1 | 1): void {
  const editor = activeEditor();
  const [design, id] = [editor.design(), onlyFrame()];
  if (design !== null && id !== null) perform(editor, presentOrder(design, { id, by }));
}

/** Commands that put something over the canvas for a while: and the order of what is presented. */
export const viewModeCommands: readonly Command[] = [
  {
    id: 'find',
    title: 'Find on canvas',
    group: 'view',
    menu: { menu: 'edit', section: 'selection', order: 21 },
    keys: ['mod+f'],
    keywords: ['search', 'look for', 'go to', 'locate'],
    places: ['canvas'],
    enabled: isOpen,
    run: () => setView({ finding: (useView.getState().finding ?? 0) + 1, followedFlow: null, reach: null }),
  },
  {
    id: 'history',
    title: 'History',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 21 },
    keys: ['mod+alt+h'],
    keywords: ['undo', 'redo', 'steps', 'versions', 'back'],
    enabled: isOpen,
    checked: inView(({ history }) => history),
    run: () => setView({ history: !useView.getState().history, followedFlow: null }),
  },
  documentCommand,
  {
    id: 'print-document',
    title: 'Print the document',
    group: 'view',
    menu: { menu: 'file', section: 'design', order: 41 },
    keywords: ['paper', 'pdf', 'report'],
    enabled: all(
      isOpen,
      inView((view) => view.document),
    ),
    run: () => window.print(),
  },
  {
    id: 'hand-drawn',
    title: 'Hand-drawn look',
    group: 'edit',
    menu: { menu: 'view', section: 'panels', order: 23 },
    keywords: ['sketch', 'rough', 'whiteboard', 'style', 'draft'],
    places: ['canvas'],
    enabled: canEdit,
    checked: condition([useDocument], () => isHandDrawn(currentDesign())),
    run: switchLook,
  },
  {
    id: 'present',
    title: 'Present',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 22 },
    keys: ['mod+alt+p'],
    keywords: ['presentation', 'slides', 'frames', 'full screen', 'talk'],
    places: ['canvas'],
    enabled: hasSomething,
    run: present,
  },
  ...(
    [
      ['present-earlier', 'Present earlier', -1],
      ['present-later', 'Present later', 1],
    ] as const
  ).map(
    ([id, title, by], at): Command => ({
      id,
      title,
      group: 'edit',
      menu: { menu: 'edit', section: 'groups', order: 31 + at },
      keywords: ['presentation', 'slides', 'order', 'frame'],
      places: ['mark'],
      enabled: all(canEdit, hasOnlyFrame),
      run: () => movePresented(by),
    }),
  ),
];
