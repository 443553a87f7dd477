import { useSyncExternalStore } from 'react';
import { useView } from './view';

const darkQuery = '(prefers-color-scheme: dark)';

function followSystem(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Light or dark, by the preference and the system. */
export function useShownTheme(): 'light' | 'dark' {
  const theme = useView((state) => state.theme);
  const isSystemDark = useSyncExternalStore(followSystem, () => matchMedia(darkQuery).matches);
  if (theme !== 'system') return theme;
  return isSystemDark ? 'dark' : 'light';
}
