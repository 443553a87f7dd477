import { chmod, cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { keepCompiled } from './cli/keep-compiled.mjs';
import { recordPackages } from './licences/bundled-packages.mjs';

const fonts = join(import.meta.dirname, '../assets/fonts');

const root = resolve(import.meta.dirname, '..');

/** @param {string | undefined} dir */
const folderOf = (dir = '') => resolve(import.meta.dirname, dir);

/**
 * What the command line needs beside its code: its fonts, and leave to be run by its name.
 * @type {import('rolldown').Plugin}
 */
const commandLineFiles = {
  name: 'command-line-files',
  async writeBundle({ dir }) {
    const target = folderOf(dir);
    await mkdir(join(target, 'fonts'), { recursive: true });
    await cp(fonts, join(target, 'fonts'), {
      recursive: true,
      filter: (source) => source === fonts || /\.(ttf|woff2|txt)$/.test(source),
    });
    await chmod(join(target, 'loadline.mjs'), 0o755);
  },
};

/**
 * Scripts of ASCII alone, which are read without being decoded, and beside them what V8 compiles of them.
 * @type {import('rolldown').Plugin}
 */
const compiledScripts = {
  name: 'compiled-scripts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
  async writeBundle({ dir }) {
    await keepCompiled(folderOf(dir));
  },
};

/** @param {string} character one UTF-16 code unit */
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const shared = {
  platform: /** @type {const} */ ('node'),
  external: ['electron', /^node:/],
  cwd: import.meta.dirname,
};

export default defineConfig([
  {
    ...shared,
    input: 'index.ts',
    plugins: [recordPackages({ name: 'shell', root })],
    output: { file: '../dist/electron/index.js', format: 'esm', minify: false },
  },
  {
    // A sandboxed preload script must be CommonJS and one file.
    ...shared,
    input: 'preload.ts',
    plugins: [recordPackages({ name: 'preload', root })],
    output: { file: '../dist/electron/preload.cjs', format: 'cjs', minify: false },
  },
  {
    ...shared,
    input: { loadline: 'cli/loadline.mjs' },
    plugins: [commandLineFiles, recordPackages({ name: 'command-line-start', root })],
    output: {
      dir: '../dist/cli',
      format: 'esm',
      entryFileNames: '[name].mjs',
      banner: '#!/usr/bin/env node',
      cleanDir: true,
    },
  },
  {
    // What it does, as scripts in place of modules: only of scripts can be kept what V8 compiled.
    ...shared,
    input: { main: 'cli/main.ts' },
    external: [...shared.external, '@resvg/resvg-js'],
    // What fflate has for Node alone are threads, which take longer to load than any design to unpack.
    resolve: { alias: { fflate: 'fflate/browser' } },
    plugins: [compiledScripts, recordPackages({ name: 'command-line', root })],
    output: {
      dir: '../dist/cli',
      format: 'cjs',
      minify: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      dynamicImportInCjs: false,
    },
  },
]);
