import { useSyncExternalStore } from 'react';
import { type Theme, useView } from './view';

const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** Light or dark at this moment, by the preference and the system. */
export function shownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return darkQuery().matches ? 'dark' : 'light';
}

/** Calls a listener when the system changes between light and dark; returns how to stop. */
export function followSystem(listener: () => void): () => void {
  const query = darkQuery();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Light or dark, by the preference and the system; drawn again when either changes. */
export function useShownTheme(): 'light' | 'dark' {
  const theme = useView((state) => state.theme);
  return useSyncExternalStore(followSystem, () => shownTheme(theme));
}
