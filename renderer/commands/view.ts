import { flowsOf } from '../../shared/model/schema';
import { fitAll, fitSelection, zoomBy, zoomTo } from '../canvas/viewport';
import { currentDesign } from '../store/document';
import { activeEditor } from '../store/editors';
import { clearSelection } from '../store/selection';
import { type DrawerTab, setLoad, setView, type Theme, useView } from '../store/view';
import type { Command } from './command';
import { hasFlows, hasSelection, inView, isOpen } from './conditions';

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

const zooming: readonly Command[] = [
  { id: 'fit', title: 'Zoom to fit', keys: ['shift+1'], run: () => fitAll(activeEditor()) },
  {
    id: 'fit-selection',
    title: 'Zoom to selection',
    keys: ['shift+2'],
    run: () => fitSelection(activeEditor()),
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
    enabled: command.id === 'fit-selection' ? hasSelection : isOpen,
    ...(command.id === 'fit' ? { places: ['canvas'] } : {}),
    ...(command.id === 'fit-selection' ? { places: ['node', 'group'] } : {}),
  }),
);

const drawerTabs: readonly Command[] = (
  [
    ['problems', 'Problems', 'p', ['findings', 'warnings', 'errors']],
    ['layers', 'Layers', 'l', ['rollup', 'table', 'capacity']],
    ['flows', 'Flows', 'o', ['waterfall', 'percentiles', 'latency']],
  ] as const
).map(
  ([tab, title, key, keywords], at): Command => ({
    id: `show-${tab}`,
    title,
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: at + 1 },
    keys: [key],
    keywords: [...keywords, 'drawer', 'panel'],
    enabled: isOpen,
    checked: inView(({ drawer }) => drawer === tab),
    run: () => toggleDrawer(tab),
  }),
);

const themes: readonly Command[] = (
  [
    ['system', 'Theme of the system'],
    ['light', 'Light theme'],
    ['dark', 'Dark theme'],
  ] as const satisfies readonly (readonly [Theme, string])[]
).map(
  ([theme, title], at): Command => ({
    id: `theme-${theme}`,
    title,
    group: 'view',
    menu: { menu: 'view', section: 'theme', order: at + 1 },
    scope: 'everywhere',
    keywords: ['theme', 'colours', 'appearance', 'mode'],
    checked: inView((view) => view.theme === theme),
    run: () => setView({ theme }),
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
    id: 'next-flow',
    title: 'Next flow in tables',
    group: 'view',
    menu: { menu: 'view', section: 'tables', order: 4 },
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
  ...loads,
  ...themes,
];
