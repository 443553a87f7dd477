import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runScript, runTool } from '../../electron/launch/run-tool.mjs';

/** The flags under which a Chromium stays offline and the same everywhere. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium without a window: the same engine for a fifth less of the processor. */
const headlessShell = '/usr/bin/chromium-headless-shell';

const usualPlaces = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium that runs on this machine, or null: first the one that LOADLINE_CHROMIUM names, then those in the usual
 * places, then Playwright's own.
 * @returns {string | null}
 */
export function findBrowser() {
  const named = process.env['LOADLINE_CHROMIUM'];
  const candidates = named ? [named, ...usualPlaces] : usualPlaces;
  return (
    [...candidates, playwrightBrowser()].find((file) => file !== null && existsSync(file) && runs(file)) ??
    null
  );
}

/**
 * Where Playwright keeps the Chromium that it installs itself; null before the packages are installed.
 * @returns {string | null}
 */
function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    // Playwright throws where it has no build for this system.
    return null;
  }
}

/**
 * Whether a browser starts at all: a downloaded one may lack the system's libraries. One that is only slow to answer, on
 * a busy machine, counts as one that starts.
 * @param {string} file
 */
function runs(file) {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  const { status, error } = spawnSync(file, ['--version'], { timeout: 15_000, stdio: 'ignore' });
  return status === 0 || (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT');
}

const noQuestions = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * A Chromium that runs, installed where there is none: Playwright's own, or Debian's where one may install it.
 * @param {string} root the project's folder
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>}
 */
export async function ensureBrowser(root, say) {
  const found = findBrowser();
  if (found !== null) {
    if (!mayAddShell(found, { isRoot: process.getuid?.() === 0, exists: existsSync })) return found;
    await runTool('apt-get', ['install', '-y', 'chromium-headless-shell'], {
      cwd: root,
      env: noQuestions,
      timeLimitMs: 90_000,
    });
    return findBrowser();
  }
  say('No Chromium found; installing the one of Playwright …');
  const own = await runScript('@playwright/test/cli.js', ['install', 'chromium'], {
    cwd: root,
    timeLimitMs: 5 * 60_000,
  });
  const installed = findBrowser();
  if (installed !== null) return installed;
  if (!maySystemInstall({ isRoot: process.getuid?.() === 0, exists: existsSync })) {
    say(own.output.trimEnd());
    say('No Chromium could be installed. Install Chromium or Chrome, or set LOADLINE_CHROMIUM to its path.');
    return null;
  }
  say('That one does not run here; installing the one of the system with apt-get …');
  await runTool('apt-get', ['update'], { cwd: root, env: noQuestions });
  const shell = await runTool('apt-get', ['install', '-y', 'chromium-headless-shell'], {
    cwd: root,
    env: noQuestions,
  });
  if (shell.code === 0) return findBrowser();
  const apt = await runTool('apt-get', ['install', '-y', 'chromium'], { cwd: root, env: noQuestions });
  const system = findBrowser();
  if (system === null) say(`${apt.output.trimEnd()}\nNo Chromium could be installed.`);
  return system;
}

/**
 * Whether Debian's Chromium without a window may be added to Debian's own: as root, where the browser found is that one.
 * @param {string} found
 * @param {{ isRoot: boolean, exists: (file: string) => boolean }} machine
 */
export function mayAddShell(found, { isRoot, exists }) {
  return isRoot && found === '/usr/bin/chromium' && exists('/usr/bin/apt-get') && !exists(headlessShell);
}

/**
 * Whether the system's own Chromium may be installed: only as root, by Debian's tool, and only where there is none. One
 * that is there and does not start is the machine's to fix, not to be replaced by a test.
 * @param {{ isRoot: boolean, exists: (file: string) => boolean }} machine
 */
export function maySystemInstall({ isRoot, exists }) {
  return isRoot && exists('/usr/bin/apt-get') && !usualPlaces.some(exists);
}
