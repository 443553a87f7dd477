import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { templatePictures } from '../electron/launch/template-pictures.mjs';
import { recordPackages } from '../electron/licences/bundled-packages.mjs';

const base = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

/** What an open design begins with; all that these import comes in one file with them, for many small ones take longer. */
const ofEditor = /\/renderer\/frame\/(?:Editor\.tsx|design-services\.ts)$|\/shared\/catalog\/read\.ts$/;
/** What is built on commands, loaded right after the first page is painted. */
const ofCommands = /\/renderer\/frame\/editor-services\.ts$/;

export default defineConfig({
  root: base,
  publicDir: fileURLToPath(new URL('../assets/public', import.meta.url)),
  base: './',
  plugins: [react(), templatePictures(), recordPackages({ name: 'window', root, base })],
  server: { host: '127.0.0.1', port: 5318, strictPort: true },
  worker: { format: 'es', plugins: () => [recordPackages({ name: 'worker', root, base })] },
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // `tests/e2e/first-load.spec.ts` keeps the limit that counts.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // `shared/` does nothing when it is loaded but set zod up, for schemas: a module of it of which nothing is used is left
      // out, also where it hands on exports of another one.
      treeshake: { moduleSideEffects: [{ test: /\/shared\/(?!model\/zod\.ts$)/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2, includeDependenciesRecursively: false },
            { name: 'editor', test: ofEditor, priority: 1 },
            { name: 'commands', test: ofCommands, priority: 0 },
          ],
        },
      },
    },
  },
});
