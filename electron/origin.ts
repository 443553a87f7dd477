/** The scheme and host under which the window is served: IndexedDB belongs to them, so they never change. */
export const appScheme = 'app';
export const appHost = 'loadline';
export const appUrl = `${appScheme}://${appHost}/`;
/** The page of all designs, whatever design was open last. */
export const libraryUrl = `${appUrl}#/`;

/**
 * Whether an address is of the app itself. The parts are compared, not the text: `app://loadline.example/` starts alike,
 * and the origin of such a scheme reads `null` outside the browser.
 */
export function isAppUrl(url: string): boolean {
  const parsed = parseUrl(url);
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
}

/** Whether an address is of a file that the app's own page has made, to be saved. */
export function isOwnFile(url: string): boolean {
  return url.startsWith('blob:') && isAppUrl(url.slice('blob:'.length));
}

/** The address to hand to the person's browser or mail program, or null where it is not one to let out. */
export function externalLink(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  if (parsed.protocol === 'mailto:') return parsed.href;
  const hasCredentials = parsed.username !== '' || parsed.password !== '';
  return parsed.protocol === 'https:' && !hasCredentials ? parsed.href : null;
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
