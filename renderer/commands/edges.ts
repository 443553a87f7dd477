import type { EdgesArguments } from '../../shared/edits/edges';
import type { EditResult } from '../../shared/edits/edit';
import { fallbackChoices, setFallback } from '../../shared/edits/fallbacks';
import { own } from '../../shared/model/own';
import type { Design, EdgeStyle } from '../../shared/model/schema';
import { perform } from '../canvas/perform';
import { openPicker } from '../canvas/picker';
import { startReconnecting } from '../canvas/tools/reconnect-picker';
import { startEditing } from '../store/editing';
import { activeEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import type { Command } from './command';
import { all } from './condition';
import {
  canEdit,
  hasEdges,
  hasOnlyEdge,
  hasOnlyEdges,
  inDesign,
  ofEdges,
  onlyEdge,
  onlyEdges,
} from './conditions';

type Edits = typeof import('../../shared/edits/edges');

/** Makes an edit, whose function is loaded when it is asked for first. */
const making = (edit: (edits: Edits, design: Design) => EditResult) => async (): Promise<void> => {
  const editor = activeEditor();
  const edits = await import('../../shared/edits/edges');
  const design = editor.design();
  if (design !== null) perform(editor, edit(edits, design));
};

/** Makes an edit of the selected edges. */
const onEdges = (edit: (edits: Edits, design: Design, args: EdgesArguments) => EditResult) => (): void => {
  const ids = onlyEdges().map(({ id }) => id);
  if (ids.length > 0) void making((edits, design) => edit(edits, design, { ids }))();
};

const withEdge = (act: (id: string) => void) => (): void => {
  const id = onlyEdge();
  if (id !== null) act(id);
};

const styleOf = (design: Design, id: string): EdgeStyle =>
  own(design.layout?.edges, id)?.style ?? design.layout?.edgeStyle ?? 'elbow';

const styleTitles = [
  ['elbow', 'Elbow line', 'All edges: elbow'],
  ['straight', 'Straight line', 'All edges: straight'],
  ['curved', 'Curved line', 'All edges: curved'],
] as const satisfies readonly (readonly [EdgeStyle, string, string])[];

const styles: readonly Command[] = styleTitles.map(([style, title], at) => ({
  id: `edge-${style}`,
  title,
  group: 'edit',
  menu: { menu: 'edit', section: 'edges', order: 6 + at },
  keywords: ['edge', 'style', 'shape', 'routing', 'orthogonal'],
  places: ['edge'],
  enabled: all(canEdit, hasOnlyEdges),
  checked: ofEdges(({ id }, design) => styleOf(design, id) === style),
  run: onEdges((edits, design, { ids }) => edits.setEdgeStyle(design, { ids, style })),
}));

const usualStyles: readonly Command[] = styleTitles.map(([style, , title], at) => ({
  id: `edges-${style}`,
  title,
  group: 'edit',
  menu: { menu: 'edit', section: 'edges', order: 11 + at },
  keywords: ['edges', 'default style', 'shape', 'routing'],
  enabled: all(canEdit, hasEdges),
  checked: inDesign((design) => (design.layout?.edgeStyle ?? 'elbow') === style),
  run: () => void making((edits, design) => edits.setUsualStyle(design, { style }))(),
}));

const modes: readonly Command[] = (
  [
    ['sync', 'Synchronous: the caller waits'],
    ['async', 'Asynchronous: the caller goes on'],
  ] as const
).map(([mode, title], at) => ({
  id: `edge-${mode}`,
  title,
  group: 'edit',
  menu: { menu: 'edit', section: 'edges', order: 4 + at },
  keywords: ['edge', 'call', 'mode', 'sync', 'async', 'wait'],
  places: ['edge'],
  enabled: all(canEdit, hasOnlyEdges),
  checked: ofEdges(({ id }, design) => resolvedOf(design).edges.get(id)?.mode === mode),
  run: onEdges((edits, design, { ids }) => edits.setMode(design, { ids, mode })),
}));

const fallbacks: readonly Command[] = [
  {
    id: 'edge-fallback',
    title: 'Use as fallback of…',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 14 },
    keywords: ['edge', 'call', 'fallback', 'failover', 'degrade', 'backup'],
    places: ['edge'],
    enabled: all(
      canEdit,
      hasOnlyEdge,
      ofEdges(({ id }, design) => fallbackChoices(design, id).length > 0),
    ),
    run: withEdge((edge) => openPicker(activeEditor(), { list: 'fallback-of', edge })),
  },
  {
    id: 'edge-no-fallback',
    title: 'Call on every request',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 15 },
    keywords: ['edge', 'no fallback', 'plain call'],
    places: ['edge'],
    enabled: all(
      canEdit,
      hasOnlyEdge,
      ofEdges(({ fallbackOf }) => fallbackOf !== undefined),
    ),
    run: withEdge((id) => {
      const editor = activeEditor();
      const design = editor.design();
      if (design !== null) perform(editor, setFallback(design, { id, of: null }));
    }),
  },
];

/** Commands that change edges. */
export const edgeCommands: readonly Command[] = [
  {
    id: 'label-edge',
    title: 'Edit label',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 1 },
    keywords: ['rename', 'write', 'name of edge'],
    places: ['edge'],
    enabled: all(canEdit, hasOnlyEdge),
    run: withEdge(startEditing),
  },
  {
    id: 'reconnect',
    title: 'Reconnect…',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 2 },
    keywords: ['edge', 'caller', 'callee', 'target', 'source', 'end'],
    places: ['edge'],
    enabled: all(canEdit, hasOnlyEdge),
    run: withEdge((id) => startReconnecting(activeEditor(), id)),
  },
  {
    id: 'reverse-edge',
    title: 'Reverse direction',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 3 },
    keywords: ['edge', 'turn', 'swap', 'flip'],
    places: ['edge'],
    enabled: all(canEdit, hasOnlyEdges),
    run: onEdges((edits, design, args) => edits.reverse(design, args)),
  },
  ...modes,
  ...fallbacks,
  ...styles,
  {
    id: 'bend-edge',
    title: 'Bend with the arrow keys',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 9 },
    keywords: ['edge', 'add bend', 'route', 'corner', 'handle'],
    places: ['edge'],
    enabled: all(canEdit, hasOnlyEdge),
    run: () => document.querySelector<HTMLElement>('[data-canvas] [data-bend]')?.focus(),
  },
  {
    id: 'reset-route',
    title: 'Reset route',
    group: 'edit',
    menu: { menu: 'edit', section: 'edges', order: 10 },
    keywords: ['edge', 'bends', 'straighten', 'automatic'],
    places: ['edge'],
    enabled: all(
      canEdit,
      hasOnlyEdges,
      ofEdges(({ id }, design) => {
        const route = own(design.layout?.edges, id);
        return route?.points !== undefined || route?.fromSide !== undefined || route?.toSide !== undefined;
      }),
    ),
    run: onEdges((edits, design, args) => edits.resetRoute(design, args)),
  },
  ...usualStyles,
];
