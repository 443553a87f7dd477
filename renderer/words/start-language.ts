/** The pseudo-locale, as the address asks for it: ?lang=qps. */
export const pseudoLocale = 'qps';

/** Puts the window into the language that its address asks for; any but the pseudo-locale is English. */
export async function startLanguage(search: string = location.search): Promise<void> {
  if (new URLSearchParams(search).get('lang') !== pseudoLocale) return;
  const { setPseudoLanguage } = await import('./pseudo');
  setPseudoLanguage();
}
