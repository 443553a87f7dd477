import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './run-tool.mjs';

const memoryName = '.cache/electron-download.json';
const dayMs = 24 * 60 * 60 * 1000;
/** A machine that reaches the download gets time for its hundred megabytes; one that does not is not kept waiting. */
const unreachableLimitMs = 20_000;
const downloadLimitMs = 5 * 60_000;
/** A shell that fails within this time never showed its window. */
const startLimitMs = 5000;

/**
 * Electron's executable, or null where its binary is not there. The package is never loaded: that alone would start a
 * download.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function electronBinary(root, env = process.env) {
  const home = join(root, 'node_modules', 'electron');
  const record = join(home, 'path.txt');
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const file = join(override, existsSync(record) ? readFileSync(record, 'utf8').trim() : 'electron');
    return existsSync(file) ? file : null;
  }
  if (!existsSync(record)) return null;
  const file = join(home, 'dist', readFileSync(record, 'utf8').trim());
  return existsSync(file) ? file : null;
}

/**
 * Why Electron cannot show a window on this system whether or not it is there; null where it can.
 * @param {{ platform: string, env: NodeJS.ProcessEnv, isRoot: boolean }} system
 * @returns {string | null}
 */
export function electronObstacle({ platform, env, isRoot }) {
  if (!hasDisplay(platform, env)) return 'Electron has no display here';
  if (platform === 'linux' && isRoot) return 'Electron does not run as root';
  return null;
}

/**
 * Whether there is a screen to show something on.
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Whether a download of that version failed within the last day, so that a machine without the net does not wait at
 * each start.
 * @param {string | null} memory what the last failure left behind
 * @param {string} version
 * @param {number} nowMs
 */
export function failedLately(memory, version, nowMs) {
  if (memory === null) return false;
  try {
    const { version: tried, failedAtMs } = JSON.parse(memory);
    return tried === version && nowMs - failedAtMs >= 0 && nowMs - failedAtMs < dayMs;
  } catch {
    // A torn note means only that the download is tried once more.
    return false;
  }
}

/**
 * Electron's executable, fetched by its own install script where it is not there; null where it cannot be had.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {(version: string) => Promise<boolean>} [isReachable] whether the download can be reached
 * @returns {Promise<string | null>}
 */
export async function ensureElectron(root, say, isReachable = canReachDownload) {
  const present = electronBinary(root);
  if (present !== null) return present;
  const manifest = join(root, 'node_modules', 'electron', 'package.json');
  if (!existsSync(manifest)) return null;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const memory = join(root, memoryName);
  if (failedLately(existsSync(memory) ? readFileSync(memory, 'utf8') : null, version, Date.now()))
    return null;
  say(`Fetching Electron ${version} …`);
  const timeLimitMs = (await isReachable(version)) ? downloadLimitMs : unreachableLimitMs;
  // Even unreachable it is tried: it may lie in Electron's cache, or come from a mirror.
  await runScript('electron/install.js', [], { cwd: root, timeLimitMs });
  const fetched = electronBinary(root);
  if (fetched === null) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(memory, `${JSON.stringify({ version, failedAtMs: Date.now() })}\n`);
  }
  return fetched;
}

/**
 * @param {string} version
 * @returns {Promise<boolean>}
 */
async function canReachDownload(version) {
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Runs the built shell until it ends. `started` is false where it failed before it can have shown a window, as it does
 * on systems that forbid its sandbox.
 * @param {string} binary
 * @param {string} root
 * @returns {Promise<{ code: number, started: boolean }>}
 */
export function runElectron(binary, root) {
  return new Promise((done) => {
    const begin = performance.now();
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
    const child = spawn(binary, [root], { cwd: root, env, stdio: 'inherit' });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      done({ code, started: code === 0 || performance.now() - begin > startLimitMs });
    };
    child.on('error', () => end(1));
    child.on('close', (code, signal) => end(signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : (code ?? 1)));
  });
}
