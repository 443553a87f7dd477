// `npm run bench [engine|window|typing|opening|peers|versions]`: prints figures to be compared within one run only. The last two are
// run on request alone: one installs other editors, one needs another checkout.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv[2] ?? 'all';

/** @param {string} name */
async function load(name) {
  const bundle = await rolldown({
    input: `${root}tests/bench/${name}.ts`,
    platform: 'node',
    external: [/^node:/, '@playwright/test'],
  });
  const file = `${root}.cache/bench/${name}.mjs`;
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

if (wanted === 'versions') {
  const { benchVersions } = await import('./versions.mjs');
  await benchVersions(root, process.argv[3], process.argv[4]);
}
if (wanted === 'all' || wanted === 'engine') {
  const { benchEngine } = await load('engine');
  benchEngine();
}
if (['all', 'window', 'typing', 'opening', 'peers'].includes(wanted)) {
  const { ensureBrowser } = await import('../support/browser.mjs');
  const { default: serveWindow } = await import('../support/serve-window.mjs');
  const browser = await ensureBrowser(root, console.log);
  if (browser === null) process.exit(1);
  const close = await serveWindow();
  const url = process.env['LOADLINE_URL'] ?? '';
  try {
    if (wanted === 'peers') {
      const { runPeers } = await import('./peer-run.mjs');
      await runPeers(url, browser, await load('peers'), await load('results'));
    } else if (wanted === 'typing') {
      const { benchTyping } = await load('typing');
      await benchTyping(url, browser);
    } else if (wanted === 'opening') {
      const { benchOpening } = await load('opening');
      await benchOpening(url, browser);
    } else {
      const { benchWindow } = await load('window');
      await benchWindow(url, browser);
    }
  } finally {
    await close();
  }
}
