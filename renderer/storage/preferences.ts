import { parseJson } from '../../shared/model/parse-json';
import { z } from '../../shared/model/zod';
import { platform } from '../platform/current';
import { followSystem, shownTheme } from '../store/shown-theme';
import { setView, type Theme, useView, type ViewState } from '../store/view';
import { pageStorage } from './page-storage';

/** Lasting wishes about the window. They lie in the page's storage, which can be read before the first paint. */
const key = 'loadline:view';

const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  palette: z.boolean().catch(true),
  drawer: z.enum(['problems', 'layers', 'flows']).nullable().catch(null),
  drawerHeightRem: z.number().min(8).max(60).catch(18.125),
  figures: z.boolean().catch(true),
});

type Preferences = z.infer<typeof preferencesSchema>;

function readPreferences(): Preferences {
  const text = pageStorage.get(key) ?? '{}';
  // Written by a person or cut off by a crash: the defaults are as good.
  const parsed = preferencesSchema.safeParse(parseJson(text).value);
  return parsed.success ? parsed.data : preferencesSchema.parse({});
}

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
  const pick = (view: ViewState): Preferences => preferencesSchema.parse(view);
  const stopView = useView.subscribe((state, before) => {
    const next = JSON.stringify(pick(state));
    if (next === JSON.stringify(pick(before))) return;
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
