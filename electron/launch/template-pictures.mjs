import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const drawing = fileURLToPath(new URL('../../renderer/library/template-drawings.ts', import.meta.url));
const bundle = fileURLToPath(new URL('../../.cache/template-drawings.mjs', import.meta.url));

/** @typedef {{ readonly id: string, readonly theme: string, readonly svg: string }} Drawing */

/**
 * Runs the window's own drawing code, compiled for Node.
 * @returns {Promise<readonly Drawing[]>}
 */
async function drawAll() {
  const build = await rolldown({ input: drawing, platform: 'node', external: [/^node:/] });
  await build.write({ file: bundle, format: 'esm' });
  await build.close();
  // A number that differs, since Node keeps what it loaded from an address.
  const { templateDrawings } = await import(`${pathToFileURL(bundle).href}?${performance.now()}`);
  return templateDrawings();
}

/** @param {Pick<Drawing, 'id' | 'theme'>} drawing */
const pathOf = ({ id, theme }) => `template-pictures/${theme}/${id}.svg`;

/**
 * Pictures of the templates in both themes, drawn by the build and served by the development server under one address:
 * `template-pictures/<theme>/<id>.svg`, beside the page.
 * @returns {import('vite').Plugin}
 */
export function templatePictures() {
  return {
    name: 'template-pictures',
    async generateBundle() {
      for (const one of await drawAll())
        this.emitFile({ type: 'asset', fileName: pathOf(one), source: one.svg });
    },
    configureServer(server) {
      /** @type {Promise<ReadonlyMap<string, string>> | null} */
      let drawn = null;
      server.watcher.on('change', (file) => {
        if (/[\\/]shared[\\/]|[\\/]library[\\/]/.test(file)) drawn = null;
      });
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '').slice(1);
        if (!path.startsWith('template-pictures/')) return next();
        drawn ??= drawAll().then((all) => new Map(all.map((one) => [pathOf(one), one.svg])));
        drawn.then((pictures) => {
          const svg = pictures.get(path);
          if (svg === undefined) return next();
          response.setHeader('Content-Type', 'image/svg+xml');
          response.end(svg);
          return undefined;
        }, next);
      });
    },
  };
}
