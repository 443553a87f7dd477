import { overlayIds } from '../../shared/diagram/overlay-ids';
import { parseJson } from '../../shared/model/parse-json';
import { platform } from '../platform/current';
import { followSystem, shownTheme } from '../store/shown-theme';
import {
  type DrawerTab,
  findingGroupings,
  setView,
  type Theme,
  useView,
  type ViewState,
} from '../store/view';
import { numberFormats } from '../words/number-locale';
import { pageStorage } from './page-storage';

/** Lasting wishes about the window. They lie in the page's storage, which can be read before the first paint. */
const key = 'loadline:view';

type Preferences = Pick<
  ViewState,
  | 'theme'
  | 'palette'
  | 'drawer'
  | 'drawerHeightRem'
  | 'figures'
  | 'overlay'
  | 'snapToGuides'
  | 'minimap'
  | 'shortcuts'
  | 'favouriteKinds'
  | 'recentKinds'
  | 'inspectorPlace'
  | 'numberFormat'
  | 'findingGrouping'
  | 'tourOffered'
>;

const themes: ReadonlySet<unknown> = new Set<Theme>(['system', 'light', 'dark']);
const drawerTabs: ReadonlySet<unknown> = new Set<DrawerTab>([
  'problems',
  'targets',
  'layers',
  'flows',
  'load',
  'cost',
  'what-if',
]);
const isTheme = (value: unknown): value is Theme => themes.has(value);
const isDrawerTab = (value: unknown): value is DrawerTab => drawerTabs.has(value);
const isHeightRem = (value: unknown): value is number =>
  typeof value === 'number' && value >= 8 && value <= 60;

const mostKinds = 100;
/** Ids of kinds, each once; one that this version does not know is not shown. */
const kindsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.filter((id): id is string => typeof id === 'string'))].slice(0, mostKinds)
    : [];

const mostShortcuts = 8;
const shortcutForm = /^(?:mod\+)?(?:alt\+)?(?:shift\+)?(?:[^\s\p{Lu}]|[a-z][a-z0-9]{1,20})$/u;
const isShortcut = (value: unknown): value is string => typeof value === 'string' && shortcutForm.test(value);

/** The commands with a list of shortcuts that can be read; ids of commands that are not there do nothing. */
function shortcutsIn(value: unknown): ViewState['shortcuts'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, keys]: [string, unknown]) =>
      Array.isArray(keys) && keys.length <= mostShortcuts && keys.every(isShortcut) ? [[id, keys]] : [],
    ),
  );
}

/** Each preference that can be read; the default of any other. By hand: they are read before zod is loaded. */
function preferencesIn(value: unknown): Preferences {
  const fields: { readonly [Field in keyof Preferences]?: unknown } =
    typeof value === 'object' && value !== null ? value : {};
  const { theme, palette, drawer, drawerHeightRem, figures, snapToGuides, minimap } = fields;
  const { shortcuts, inspectorPlace, numberFormat, findingGrouping, overlay, tourOffered } = fields;
  const { favouriteKinds, recentKinds } = fields;
  return {
    theme: isTheme(theme) ? theme : 'system',
    palette: typeof palette === 'boolean' ? palette : true,
    drawer: isDrawerTab(drawer) ? drawer : null,
    drawerHeightRem: isHeightRem(drawerHeightRem) ? drawerHeightRem : 18.125,
    figures: typeof figures === 'boolean' ? figures : true,
    overlay: overlayIds.find((known) => known === overlay) ?? 'load',
    shortcuts: shortcutsIn(shortcuts),
    favouriteKinds: kindsIn(favouriteKinds),
    recentKinds: kindsIn(recentKinds),
    numberFormat: numberFormats.find((format) => format === numberFormat) ?? 'system',
    findingGrouping: findingGroupings.find((grouping) => grouping === findingGrouping) ?? 'stage',
    inspectorPlace: inspectorPlace === 'column' ? 'column' : 'overlay',
    snapToGuides: typeof snapToGuides === 'boolean' ? snapToGuides : true,
    minimap: typeof minimap === 'boolean' ? minimap : true,
    tourOffered: typeof tourOffered === 'boolean' ? tourOffered : true,
  };
}

// What is stored was written by a person or cut off by a crash: the defaults are as good.
const readPreferences = (): Preferences => preferencesIn(parseJson(pageStorage.get(key) ?? '{}').value);

function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = shownTheme(theme);
}

/** Takes up what was wished before; called before the first paint. */
export function restorePreferences(): void {
  const preferences = readPreferences();
  setView(preferences);
  applyTheme(preferences.theme);
}

/** Stores the preferences as they change, and keeps the page's theme by them and the system. Returns how to stop. */
export function followPreferences(): () => void {
  const stopView = useView.subscribe((state, before) => {
    const next = JSON.stringify(preferencesIn(state));
    if (next === JSON.stringify(preferencesIn(before))) return;
    pageStorage.set(key, next);
    if (state.theme === before.theme) return;
    applyTheme(state.theme);
    platform().followTheme(state.theme);
  });
  const stopSystem = followSystem(() => applyTheme(useView.getState().theme));
  platform().followTheme(useView.getState().theme);
  return () => {
    stopView();
    stopSystem();
  };
}
