import { chmod, cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const fonts = join(import.meta.dirname, '../assets/fonts');

/**
 * What the command line needs beside its code: its fonts, and leave to be run by its name.
 * @type {import('rolldown').Plugin}
 */
const commandLineFiles = {
  name: 'command-line-files',
  async writeBundle({ dir = '' }) {
    const target = resolve(import.meta.dirname, dir);
    await mkdir(join(target, 'fonts'), { recursive: true });
    await cp(fonts, join(target, 'fonts'), {
      recursive: true,
      filter: (source) => source === fonts || /\.(ttf|woff2|txt)$/.test(source),
    });
    await chmod(join(target, 'loadline.mjs'), 0o755);
  },
};

const shared = {
  platform: /** @type {const} */ ('node'),
  external: ['electron', /^node:/],
  cwd: import.meta.dirname,
};

export default defineConfig([
  {
    ...shared,
    input: 'index.ts',
    output: { file: '../dist/electron/index.js', format: 'esm', minify: false },
  },
  {
    // A sandboxed preload script must be CommonJS and one file.
    ...shared,
    input: 'preload.ts',
    output: { file: '../dist/electron/preload.cjs', format: 'cjs', minify: false },
  },
  {
    ...shared,
    input: { loadline: 'cli/loadline.ts' },
    external: [...shared.external, '@resvg/resvg-js'],
    plugins: [commandLineFiles],
    output: {
      dir: '../dist/cli',
      format: 'esm',
      minify: false,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
      banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
      cleanDir: true,
    },
  },
]);
