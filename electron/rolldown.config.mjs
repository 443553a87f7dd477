import { defineConfig } from 'rolldown';

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
]);
