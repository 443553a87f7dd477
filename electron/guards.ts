import { app, type Session, shell, type WebContents } from 'electron';
import { externalLink, isAppUrl, isOwnFile } from './origin';

/**
 * The permissions that the window may request; everything else is denied. `persistent-storage` is what keeps the designs from being
 * evicted when the disk fills.
 */
const allowedPermissions: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'clipboard-read',
  'fullscreen',
  'persistent-storage',
]);

/** Whether a page at `url` gets the permission: only the app's own page, and only those it needs. */
export function allowsPermission(permission: string, url: string): boolean {
  return allowedPermissions.has(permission) && isAppUrl(url);
}

/**
 * Answers both ways in which a page learns of its permissions: requesting one, and checking whether it has it. Devices are
 * asked for in a way of their own. What is saved as a file comes from the app's own page.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(allowsPermission(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowsPermission(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
}

/** Keeps every page of the app where it is: no other page in its window, no new windows, no embedded pages. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents));
}

function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openLink(url);
    return { action: 'deny' };
  });
}

/** Hands an address to the person's browser or mail program; false where it is not let out or nothing opens it. */
export async function openLink(url: string): Promise<boolean> {
  const link = externalLink(url);
  if (link === null) return false;
  return shell.openExternal(link).then(
    () => true,
    () => false,
  );
}
