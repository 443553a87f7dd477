/** The pseudo-locale, as set in the address: ?lang=qps. */
export const pseudoLocale = 'qps';

/** Puts the window into the language that is set in its address; any but the pseudo-locale is English. */
export async function startLanguage(search: string = location.search): Promise<void> {
  if (new URLSearchParams(search).get('lang') !== pseudoLocale) return;
  const { setPseudoLanguage } = await import('./pseudo');
  setPseudoLanguage();
}
