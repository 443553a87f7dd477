import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './run-tool.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages */

/**
 * Why the installed packages are not those of the lock file, or null where they are.
 * @param {LockedPackages} wanted `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of npm's own node_modules/.package-lock.json
 * @returns {string | null}
 */
export function installDifference(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // Optional packages are those of other systems: npm leaves them out without a word.
    if (found === undefined && entry.optional !== true && entry.devOptional !== true)
      return `${path} is missing`;
    if (found !== undefined && found.version !== entry.version)
      return `${path} is ${found.version}, not ${entry.version}`;
  }
  const extra = Object.keys(installed).find((path) => wanted[path] === undefined);
  return extra === undefined ? null : `${extra} is not in package-lock.json`;
}

/**
 * Why an install is needed, or null where node_modules is as package-lock.json says.
 * @param {string} root
 * @returns {string | null}
 */
export function installReason(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'nothing is installed yet';
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  const difference = installDifference(wanted, installed);
  if (difference !== null) return difference;
  const gone = Object.keys(installed).find((path) => !existsSync(join(root, path, 'package.json')));
  return gone === undefined ? null : `${gone} is missing`;
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Installs with `npm ci` where that is needed. The window is built on this machine, so the development dependencies are
 * installed even where the environment omits them.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether the packages are there
 */
export async function ensureInstalled(root, say) {
  const reason = installReason(root);
  if (reason === null) return true;
  say(`Installing packages with npm ci (${reason}) …`);
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
  if (code === 0) return true;
  say(output.trimEnd());
  say('npm ci failed: see above. The first start needs the npm registry; later ones do not.');
  return false;
}
