import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Absolute path of what is built for the window. */
export const builtWindow = join(projectRoot, 'dist', 'renderer');

/**
 * Name and version of the program.
 * @returns {{ readonly name: string, readonly version: string }}
 */
export function programOf(root = projectRoot) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { name, version };
}

/**
 * Whether this Node can run the tools, as `engines` of package.json requires.
 * @param {string} version as in `process.versions.node`
 */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}
