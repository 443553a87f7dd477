import type { Alignment } from '../../shared/edits/align';
import type { Distribution } from '../../shared/edits/distribute';
import type { EditResult } from '../../shared/edits/edit';
import { type MarkOrder, markOrders } from '../../shared/model/changes';
import { lockedParts } from '../../shared/model/locked';
import type { Design } from '../../shared/model/schema';
import { partBoxes } from '../canvas/part-boxes';
import { perform } from '../canvas/perform';
import { settle } from '../canvas/settle';
import type { MenuPlace } from '../store/context-menu';
import { currentDesign } from '../store/document';
import { activeEditor } from '../store/editors';
import {
  hasOrderable,
  hasPlaced,
  hasSelectedLocked,
  hasSelectedUnlocked,
  placedSelection,
} from './arrange-conditions';
import type { Command } from './command';
import { all } from './condition';
import { canEdit, hasSeveralNodes, inDesign } from './conditions';

/** Makes an edit of what is selected and has a place, whose function is loaded when it is asked for first. */
const onSelection =
  <Edits>(
    load: () => Promise<Edits>,
    edit: (edits: Edits, design: Design, ids: readonly string[]) => EditResult,
  ) =>
  async (): Promise<void> => {
    const editor = activeEditor();
    const edits = await load();
    const design = editor.design();
    const ids = placedSelection();
    if (design !== null && ids.length > 0)
      settle(editor, () => perform(editor, edit(edits, design, ids), { select: false }));
  };

const manyPlaces: readonly MenuPlace[] = ['many'];

/** The keys of the letters' places, as in Figma: A and D, W and S for the sides, H and V for the middles. */
const aligning: readonly Command[] = (
  [
    ['left', 'Align left', 'alt+a', 'edge'],
    ['centre', 'Align centres', 'alt+h', 'horizontal center'],
    ['right', 'Align right', 'alt+d', 'edge'],
    ['top', 'Align top', 'alt+w', 'edge'],
    ['middle', 'Align middles', 'alt+v', 'vertical center'],
    ['bottom', 'Align bottom', 'alt+s', 'edge'],
  ] as const satisfies readonly (readonly [Alignment, string, string, string])[]
).map(
  ([to, title, keys, keyword], at): Command => ({
    id: `align-${to}`,
    title,
    group: 'edit',
    menu: { menu: 'arrange', section: 'align', order: at + 1 },
    keys: [keys],
    keywords: ['align', 'line up', keyword],
    places: manyPlaces,
    enabled: all(canEdit, hasPlaced(2)),
    run: onSelection(
      () => import('../../shared/edits/align'),
      ({ align }, design, ids) => align(design, { ids, to }),
    ),
  }),
);

const distributing: readonly Command[] = (
  [
    ['horizontal', 'Distribute horizontally', 'alt+shift+h'],
    ['vertical', 'Distribute vertically', 'alt+shift+v'],
  ] as const satisfies readonly (readonly [Distribution, string, string])[]
).map(
  ([along, title, keys], at): Command => ({
    id: `distribute-${along}`,
    title,
    group: 'edit',
    menu: { menu: 'arrange', section: 'distribute', order: at + 1 },
    keys: [keys],
    keywords: ['distribute', 'equal gaps', 'spacing'],
    places: manyPlaces,
    enabled: all(canEdit, hasPlaced(3)),
    run: onSelection(
      () => import('../../shared/edits/distribute'),
      ({ distribute }, design, ids) => distribute(design, { ids, along }),
    ),
  }),
);

/** Of what is selected, or of all. */
const tidy = (way: 'layers' | 'free', selected: boolean) => async (): Promise<void> => {
  const editor = activeEditor();
  const ids = selected ? placedSelection() : undefined;
  const { tidyParts } = await import('../canvas/tidy');
  await tidyParts(editor, { ids, way });
};

const tidying: readonly Command[] = (
  [
    ['tidy', 'Tidy all', 'free', false, ['alt+shift+t'], ['canvas']],
    ['tidy-selection', 'Tidy selection', 'free', true, ['alt+t'], ['many', 'group']],
    ['arrange', 'Arrange by layers', 'layers', false, [], ['canvas']],
    ['arrange-selection', 'Arrange selection by layers', 'layers', true, [], ['many', 'group']],
  ] as const satisfies readonly (readonly [
    string,
    string,
    'layers' | 'free',
    boolean,
    readonly string[],
    readonly MenuPlace[],
  ])[]
).map(
  ([id, title, way, selected, keys, places], at): Command => ({
    id,
    title,
    group: 'edit',
    menu: { menu: 'arrange', section: 'tidy', order: at + 1 },
    keys,
    keywords: ['layout', 'auto layout', 'tidy', 'arrange', 'columns'],
    places,
    enabled: all(canEdit, selected ? hasPlaced(1) : hasSeveralNodes),
    run: () => void tidy(way, selected)(),
  }),
);

const ordering: readonly Command[] = (
  [
    ['Bring to front', 'mod+}'],
    ['Bring forward', 'mod+]'],
    ['Send backward', 'mod+['],
    ['Send to back', 'mod+{'],
  ] as const
).map(([title, keys], at): Command => {
  const to: MarkOrder = markOrders[at] ?? 'front';
  return {
    id: `order-${to}`,
    title,
    group: 'edit',
    menu: { menu: 'arrange', section: 'order', order: at + 1 },
    keys: [keys],
    keywords: ['order', 'z-order', 'above', 'below', 'annotation'],
    places: ['mark', 'node'],
    enabled: all(canEdit, hasOrderable),
    run: onSelection(
      () => import('../../shared/edits/order'),
      ({ order }, design, ids) => order(design, { ids, to }),
    ),
  };
});

function unlockAll(): void {
  const editor = activeEditor();
  const design = currentDesign();
  if (design === null) return;
  const ids = [...lockedParts(design)].filter((id) => partBoxes(design).has(id));
  void import('../../shared/edits/lock').then(({ lock }) =>
    perform(editor, lock(design, { ids, locked: false })),
  );
}

const locking: readonly Command[] = [
  {
    id: 'lock',
    title: 'Lock',
    group: 'edit',
    menu: { menu: 'arrange', section: 'lock', order: 1 },
    keys: ['mod+shift+l'],
    keywords: ['fix', 'pin', 'protect'],
    places: ['node', 'group', 'mark', 'many'],
    enabled: all(canEdit, hasSelectedUnlocked),
    run: onSelection(
      () => import('../../shared/edits/lock'),
      ({ lock }, design, ids) => lock(design, { ids }),
    ),
  },
  {
    id: 'unlock',
    title: 'Unlock',
    group: 'edit',
    menu: { menu: 'arrange', section: 'lock', order: 2 },
    keys: ['mod+alt+l'],
    keywords: ['free', 'unpin'],
    places: ['node', 'group', 'mark', 'many'],
    enabled: all(canEdit, hasSelectedLocked),
    run: onSelection(
      () => import('../../shared/edits/lock'),
      ({ lock }, design, ids) => lock(design, { ids, locked: false }),
    ),
  },
  {
    id: 'unlock-all',
    title: 'Unlock all',
    group: 'edit',
    menu: { menu: 'arrange', section: 'lock', order: 3 },
    keywords: ['free', 'unpin', 'locked'],
    places: ['canvas'],
    enabled: all(
      canEdit,
      inDesign((design) => lockedParts(design).size > 0),
    ),
    run: unlockAll,
  },
];

/** Commands about where parts stand: in line, at equal gaps, in order, before each other, locked. */
export const arrangeCommands: readonly Command[] = [
  ...aligning,
  ...distributing,
  ...tidying,
  ...ordering,
  ...locking,
];
