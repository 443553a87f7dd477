import { flowsOf } from '../../shared/model/schema';
import { fitGroup, hasGroupToFit } from '../canvas/fit-group';
import { goBack, goForward, keepLanes, toggleLanes } from '../canvas/lanes/show-lanes';
import { fitAll, fitSelection, zoomBy, zoomTo } from '../canvas/viewport';
import { findLimits } from '../engine/limit-search';
import { currentDesign, useDocument } from '../store/document';
import { activeEditor } from '../store/editors';
import { clearSelection, useSelection } from '../store/selection';
import { type DrawerTab, setLoad, setView, useView } from '../store/view';
import type { Command } from './command';
import { all, type Condition, condition } from './condition';
import {
  canEdit,
  canGoBack,
  canGoForward,
  hasFlows,
  hasNodes,
  hasSelection,
  inView,
  isOpen,
} from './conditions';
import { numberFormatCommands } from './number-formats';
import { overlayCommands } from './overlays';
import { themeCommands } from './themes';

const zoomStep = 1.25;

function toggleDrawer(tab: DrawerTab): void {
  setView({ drawer: useView.getState().drawer === tab ? null : tab });
}

function chooseNextFlow(): void {
  const design = currentDesign();
  if (design === null) return;
  const flows = flowsOf(design).map((flow) => flow.id);
  const at = flows.indexOf(useView.getState().chosenFlow ?? '');
  setView({ chosenFlow: flows[(at + 1) % flows.length] ?? null });
}

const zoomConditions: Readonly<Record<string, Condition>> = {
  'fit-selection': hasSelection,
  'zoom-to-group': all(
    isOpen,
    condition([useDocument, useSelection], () => hasGroupToFit(activeEditor())),
  ),
};

const zooming: readonly Command[] = [
  { id: 'fit', title: 'Zoom to fit', keys: ['shift+1'], run: () => fitAll(activeEditor()) },
  {
    id: 'fit-selection',
    title: 'Zoom to selection',
    keys: ['shift+2'],
    run: () => fitSelection(activeEditor()),
  },
  {
    id: 'zoom-to-group',
    title: 'Zoom to group',
    keys: ['shift+3'],
    run: () => fitGroup(activeEditor()),
  },
  // Ctrl with +, − and 0 stays the browser's: it makes the words of the window larger for who needs that.
  { id: 'zoom-100', title: 'Zoom to 100 %', keys: ['shift+0'], run: () => zoomTo(activeEditor(), 1) },
  { id: 'zoom-in', title: 'Zoom in', keys: ['+', '='], run: () => zoomBy(activeEditor(), zoomStep) },
  { id: 'zoom-out', title: 'Zoom out', keys: ['-'], run: () => zoomBy(activeEditor(), 1 / zoomStep) },
].map(
  (command, at): Command => ({
    ...command,
    group: 'view',
    menu: { menu: 'view', section: 'zoom', order: at + 1 },
    keywords: ['zoom', 'fit', 'scale'],
    enabled: zoomConditions[command.id] ?? isOpen,
    ...(command.id === 'fit' ? { places: ['canvas'] } : {}),
    ...(command.id === 'fit-selection' ? { places: ['node', 'group', 'mark', 'many'] } : {}),
    ...(command.id === 'zoom-to-group' ? { places: ['group'] } : {}),
  }),
);

const places: readonly Command[] = [
  {
    id: 'place-back',
    title: 'Go back',
    keys: ['alt+arrowleft'],
    enabled: canGoBack,
    run: () => goBack(activeEditor()),
  },
  {
    id: 'place-forward',
    title: 'Go forward',
    keys: ['alt+arrowright'],
    enabled: canGoForward,
    run: () => goForward(activeEditor()),
  },
].map(
  (command, at): Command => ({
    ...command,
    group: 'view',
    menu: { menu: 'view', section: 'places', order: at + 1 },
    keywords: ['place', 'previous', 'next', 'view', 'history', 'jump'],
  }),
);

const drawerTabs: readonly Command[] = (
  [
    ['problems', 'Problems', 'p', ['findings', 'warnings', 'errors']],
    ['targets', 'Targets', null, ['goals', 'margin', 'objectives', 'SLO']],
    ['layers', 'Layers', 'l', ['rollup', 'table', 'capacity']],
    ['flows', 'Flows', 'o', ['waterfall', 'percentiles', 'latency']],
    ['load', 'Load', null, ['limit', 'curve', 'knee', 'saturation', 'growth', 'years', 'sweep']],
    ['cost', 'Cost', null, ['price', 'money', 'budget', 'dollars', 'egress']],
    ['what-if', 'What if', null, ['failure', 'outage', 'scenario', 'zone', 'region', 'replica', 'slow']],
  ] as const
).map(
  ([tab, title, key, keywords], at): Command => ({
    id: `show-${tab}`,
    title,
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: at + 1 },
    keys: key === null ? [] : [key],
    keywords: [...keywords, 'drawer', 'panel'],
    enabled: isOpen,
    checked: inView(({ drawer }) => drawer === tab),
    run: () => toggleDrawer(tab),
  }),
);

const loads: readonly Command[] = [
  { id: 'load-up', title: 'Load × 2', keys: [']'], run: () => setLoad(useView.getState().load * 2) },
  { id: 'load-down', title: 'Load ÷ 2', keys: ['['], run: () => setLoad(useView.getState().load / 2) },
  { id: 'load-reset', title: 'Load × 1', keys: ['\\'], run: () => setLoad(1) },
].map(
  (command, at): Command => ({
    ...command,
    group: 'view',
    menu: { menu: 'view', section: 'load', order: at + 1 },
    keywords: ['traffic', 'scale', 'factor'],
    enabled: isOpen,
  }),
);

/** Commands about how a design is looked at: none of them changes it. */
export const viewCommands: readonly Command[] = [
  ...zooming,
  ...places,
  {
    id: 'toggle-figures',
    title: 'Figures',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 1 },
    keys: ['f'],
    keywords: ['numbers', 'hide', 'whiteboard', 'sketch'],
    places: ['canvas'],
    enabled: isOpen,
    checked: inView(({ figures }) => figures),
    run: () => setView({ figures: !useView.getState().figures }),
  },
  {
    id: 'animate-traffic',
    title: 'Animate traffic',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 4 },
    keywords: ['dots', 'flow', 'motion', 'calls', 'animation'],
    places: ['canvas'],
    enabled: isOpen,
    checked: inView(({ animateTraffic }) => animateTraffic),
    run: () => setView({ animateTraffic: !useView.getState().animateTraffic }),
  },
  {
    id: 'snap-to-guides',
    title: 'Snap to guides',
    group: 'view',
    menu: { menu: 'view', section: 'canvas', order: 1 },
    keys: ["alt+'"],
    keywords: ['alignment', 'smart guides', 'grid', 'magnet'],
    places: ['canvas'],
    enabled: isOpen,
    checked: inView(({ snapToGuides }) => snapToGuides),
    run: () => setView({ snapToGuides: !useView.getState().snapToGuides }),
  },
  {
    id: 'toggle-lanes',
    title: 'Lanes',
    group: 'view',
    menu: { menu: 'view', section: 'arrangement', order: 1 },
    keys: ['shift+l'],
    keywords: ['columns', 'layers', 'swimlanes', 'rollup', 'arrange'],
    places: ['canvas'],
    enabled: hasNodes,
    checked: inView(({ lanes }) => lanes),
    run: () => toggleLanes(activeEditor()),
  },
  {
    id: 'keep-lanes',
    title: 'Keep this arrangement',
    group: 'view',
    menu: { menu: 'view', section: 'arrangement', order: 2 },
    keywords: ['lanes', 'arrange', 'layers', 'place'],
    places: ['canvas'],
    enabled: all(
      canEdit,
      inView(({ lanes }) => lanes),
    ),
    run: () => keepLanes(activeEditor()),
  },
  {
    id: 'toggle-minimap',
    title: 'Minimap',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 5 },
    keywords: ['overview', 'map', 'hide', 'corner'],
    enabled: isOpen,
    checked: inView(({ minimap }) => minimap),
    run: () => setView({ minimap: !useView.getState().minimap }),
  },
  {
    id: 'toggle-palette',
    title: 'Palette and outline',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 2 },
    keys: ['mod+b'],
    keywords: ['sidebar', 'components', 'collapse'],
    enabled: isOpen,
    checked: inView(({ palette }) => palette),
    run: () => setView({ palette: !useView.getState().palette }),
  },
  ...drawerTabs,
  {
    id: 'find-limit',
    title: 'Find the limit',
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: 8 },
    keywords: ['load', 'target', 'missed', 'saturation', 'capacity', 'break'],
    enabled: hasFlows,
    run: () => {
      setView({ drawer: 'load' });
      void findLimits(activeEditor());
    },
  },
  {
    id: 'next-flow',
    title: 'Next flow in tables',
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: 10 },
    keys: ['.'],
    keywords: ['choose', 'waterfall'],
    enabled: hasFlows,
    run: chooseNextFlow,
  },
  {
    id: 'inspect-design',
    title: 'Design: workload, targets, flows',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 3 },
    keys: ['i'],
    keywords: ['inspector', 'properties', 'settings'],
    places: ['canvas'],
    enabled: isOpen,
    checked: inView(({ inspectDesign }) => inspectDesign),
    run: () => {
      clearSelection();
      setView({ inspectDesign: !useView.getState().inspectDesign });
    },
  },
  {
    id: 'inspector-column',
    title: 'Inspector as a column',
    group: 'view',
    menu: { menu: 'view', section: 'panels', order: 9 },
    keywords: ['properties', 'panel', 'dock', 'overlay', 'sidebar'],
    enabled: isOpen,
    checked: inView(({ inspectorPlace }) => inspectorPlace === 'column'),
    run: () =>
      setView({
        inspectorPlace: useView.getState().inspectorPlace === 'column' ? 'overlay' : 'column',
      }),
  },
  ...overlayCommands,
  ...loads,
  ...themeCommands,
  ...numberFormatCommands,
];
