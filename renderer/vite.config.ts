import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { recordPackages } from '../electron/licences/bundled-packages.mjs';

const base = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: base,
  publicDir: fileURLToPath(new URL('../assets/public', import.meta.url)),
  base: './',
  plugins: [react(), recordPackages({ name: 'window', root, base })],
  server: { host: '127.0.0.1', port: 5318, strictPort: true },
  worker: { format: 'es', plugins: () => [recordPackages({ name: 'worker', root, base })] },
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
