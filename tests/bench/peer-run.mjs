import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { programOf } from '../../electron/launch/project.mjs';
import { runNpm } from '../../electron/launch/run-tool.mjs';
import { serve } from '../../electron/launch/serve.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = { excalidraw: '@excalidraw/excalidraw', tldraw: '@tldraw/assets' };
const configFile = `${here}peers/vite.config.ts`;

/** Installs the other editors where they are not there, builds their pages and serves them. */
async function servePeers() {
  if (!Object.values(packages).every((name) => existsSync(`${here}node_modules/${name}`))) {
    console.log('Installing the other editors …');
    const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
    });
    if (code !== 0) throw new Error(output);
  }
  await build({ configFile, logLevel: 'warn' });
  cpSync(`${here}node_modules/@excalidraw/excalidraw/dist/prod/fonts`, `${root}.cache/bench/peers/fonts`, {
    recursive: true,
  });
  // Their pages write styles of their own, which the program's content security policy forbids.
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('No free port.');
  return { url, close: () => server.close() };
}

const usage = `npm run bench peers -- [--sizes 1000,3000,10000] [--runs 3] [--editors excalidraw,tldraw]
    --before FOLDER    another build of the window (its dist/renderer), measured in turn with this one
    --profiles FOLDER  CPU profiles of each cell of the first run
    --write            writes tests/bench/RESULTS.md`;

/**
 * Measures the built window against other editors on the same scene.
 * @param {string} url of the built window
 * @param {string} executablePath of the browser
 * @param {typeof import('./peers')} bench
 * @param {typeof import('./results')} results
 */
export async function runPeers(url, executablePath, bench, results) {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      sizes: { type: 'string', default: '1000,3000,10000' },
      runs: { type: 'string', default: '3' },
      editors: { type: 'string', default: 'excalidraw,tldraw' },
      before: { type: 'string' },
      profiles: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const editors = values.editors.split(',').filter((name) => name !== '');
  const unknown = editors.find((name) => !(name in packages));
  if (unknown !== undefined) throw new Error(`No such editor: ${unknown}`);
  const peers = editors.length === 0 ? null : await servePeers();
  const before =
    values.before === undefined ? null : await serve({ port: 0, root: values.before, program: programOf() });
  if (before !== null && !before.ok) throw new Error('No free port.');
  try {
    const [cpu] = cpus();
    /** @param {import('./peers').Results} measured */
    const textOf = (measured) =>
      results.resultsText(measured, {
        command: `npm run bench peers -- ${process.argv.slice(3).join(' ')}`.replace(/ -- $/, ''),
        machine: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, headless Chromium, drawing without a graphics card`,
        date: new Date().toISOString().slice(0, 10),
      });
    const measured = await bench.benchPeers(
      {
        sizes: values.sizes.split(',').map(Number),
        runs: Number(values.runs),
        subjects: [
          { name: 'loadline', url, kind: 'own' },
          ...(before === null
            ? []
            : [{ name: 'before', url: before.server.url, kind: /** @type {const} */ ('own') }]),
          ...editors.map((name) => ({ name, url: peers?.url ?? '', kind: /** @type {const} */ ('peer') })),
        ],
        executablePath,
        profiles: values.profiles,
      },
      // After each run, so that a bench that is ended early leaves what it measured.
      (so) => {
        if (values.write) writeFileSync(`${here}RESULTS.md`, textOf(so));
      },
    );
    console.log(textOf(measured));
  } finally {
    if (before?.ok) await before.server.close();
    await peers?.close();
  }
}
