import { spawn } from 'node:child_process';

/**
 * The program that shows an address in the person's browser.
 * @param {string} platform
 * @param {string} url
 * @returns {readonly [string, readonly string[]]}
 */
export function openerOf(platform, url) {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['explorer.exe', [url]];
  return ['xdg-open', [url]];
}

/**
 * Opens an address in the browser. That it cannot be opened is no failure: the address has been printed.
 * @param {string} url
 */
export function openAddress(url) {
  const [command, args] = openerOf(process.platform, url);
  const child = spawn(command, [...args], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
