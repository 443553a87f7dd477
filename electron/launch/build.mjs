import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runNpm } from './run-tool.mjs';

const sources = ['electron', 'renderer', 'shared', 'assets', 'LICENSE', 'package.json', 'package-lock.json'];
const results = [
  'dist/renderer/index.html',
  'dist/renderer/licenses.json',
  'dist/electron/index.js',
  'dist/electron/preload.cjs',
  'dist/cli/loadline.mjs',
  'dist/cli/main.cjs',
];
const stampName = 'dist/.build.json';

/**
 * A hash over names and contents of files and folders; what does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} entries paths below root
 * @returns {string}
 */
export function fingerprint(root, entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesUnder(root, entry))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesUnder(root, entry) {
  const start = join(root, entry);
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [entry];
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile())
    .map((file) => relative(root, join(file.parentPath, file.name)))
    .sort();
}

/**
 * Whether what lies in dist/ was built from the sources as they are now. Both ends are hashed: a build made by hand
 * from other sources is then not taken for this one.
 * @param {string} root
 * @returns {boolean}
 */
export function isBuilt(root) {
  const stamp = join(root, stampName);
  if (!existsSync(stamp) || results.some((file) => !existsSync(join(root, file)))) return false;
  return readFileSync(stamp, 'utf8') === stampOf(root, fingerprint(root, sources));
}

/**
 * @param {string} root
 * @param {string} from fingerprint of the sources
 */
function stampOf(root, from) {
  return `${JSON.stringify({ sources: from, results: fingerprint(root, results) })}\n`;
}

/**
 * Builds the window and the shell, whether or not that is needed.
 * @param {string} root
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function build(root) {
  const from = fingerprint(root, sources);
  const { code, output } = await runNpm(['run', 'build'], { cwd: root });
  if (code === 0) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, stampName), stampOf(root, from));
  }
  return { code, output };
}

/**
 * Builds where dist/ is missing or older than the sources.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether there is a build to run
 */
export async function ensureBuilt(root, say) {
  if (isBuilt(root)) return true;
  say('Building …');
  const { code, output } = await build(root);
  if (code === 0) return true;
  say(output.trimEnd());
  say('The build failed: see above.');
  return false;
}
