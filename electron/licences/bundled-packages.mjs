import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Who of the program has a package: the window, the desktop shell, or the command line.
 * @typedef {'window' | 'desktop' | 'command-line'} Part
 */

/** What the bundlers add themselves, by how the ids of such modules begin. */
const addedBy = /** @type {const} */ ([
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
  ['rolldown:', 'rolldown'],
]);

/**
 * The folder of the package that a module belongs to, or null where it is the program's own. A package may have further
 * `package.json` files inside, without a name: those say only how its files are read.
 * @param {string} moduleId
 * @param {string} root absolute path of the project
 * @returns {string | null}
 */
export function packageFolderOf(moduleId, root) {
  const tool = addedBy.find(([prefix]) => moduleId.startsWith(prefix));
  if (tool !== undefined) return join(root, 'node_modules', tool[1]);
  const file = moduleId.replace(/^\0/, '').replace(/[?#].*$/s, '');
  if (!file.split(/[\\/]/).includes('node_modules')) return null;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (folder.endsWith(`${sep}node_modules`)) break;
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name !== undefined) return folder;
  }
  throw new Error(`${moduleId} lies in node_modules and belongs to no package`);
}

/**
 * The packages whose code or files are in a bundle, and those that it loads at run time.
 * @param {import('rolldown').OutputBundle} bundle
 * @param {string} root absolute path of the project
 * @param {string} base absolute path that the bundler names files of assets from
 * @returns {string[]} folders of packages, sorted
 */
export function packagesIn(bundle, root, base) {
  /** @type {Set<string>} */
  const folders = new Set();
  const add = (/** @type {string} */ moduleId) => {
    const folder = packageFolderOf(moduleId, root);
    if (folder !== null) folders.add(folder);
  };
  for (const output of Object.values(bundle)) {
    if (output.type === 'asset') {
      for (const name of output.originalFileNames) add(join(base, name));
      continue;
    }
    for (const moduleId of output.moduleIds) add(moduleId);
    for (const name of [...output.imports, ...output.dynamicImports]) {
      const folder = join(root, 'node_modules', name);
      // Other chunks stand among them by their file names.
      if (bundle[name] === undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** @param {string} root */
const recordsFolder = (root) => join(root, '.cache', 'bundled-packages');

/**
 * The bundles whose packages are recorded, and the part of the program that each is of. One that is missing fails the build.
 * @type {Readonly<Record<string, Part>>}
 */
export const bundles = {
  window: 'window',
  worker: 'window',
  shell: 'desktop',
  preload: 'desktop',
  'command-line-start': 'command-line',
  'command-line': 'command-line',
};

/**
 * A plugin, for Rolldown and Vite alike, that records which packages are in a bundle; `write.mjs` reads the records.
 * @param {{ name: keyof typeof bundles, root: string, base?: string }} options
 * @returns {import('rolldown').Plugin}
 */
export function recordPackages({ name, root, base = root }) {
  return {
    name: 'record-packages',
    generateBundle(_options, bundle) {
      mkdirSync(recordsFolder(root), { recursive: true });
      const record = `${JSON.stringify(packagesIn(bundle, root, base))}\n`;
      writeFileSync(join(recordsFolder(root), `${name}.json`), record);
    },
  };
}

/**
 * The packages that the last build recorded, with the parts of the program that have them.
 * @param {string} root
 * @returns {Map<string, Set<Part>>} by folder
 */
export function recordedPackages(root) {
  /** @type {Map<string, Set<Part>>} */
  const parts = new Map();
  for (const [name, part] of Object.entries(bundles)) {
    /** @type {string[]} */
    const folders = JSON.parse(readFileSync(join(recordsFolder(root), `${name}.json`), 'utf8'));
    for (const folder of folders) parts.set(folder, (parts.get(folder) ?? new Set()).add(part));
  }
  return parts;
}
