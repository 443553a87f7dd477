import { ensureBuilt } from './launch/build.mjs';
import { electronObstacle, ensureElectron, runElectron } from './launch/electron.mjs';
import { runInBrowser } from './launch/in-browser.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { nodeIsRecent, projectRoot } from './launch/project.mjs';

const usage = `npm start [-- options]
  --browser   show it in the browser even where Electron is there
  --no-open   print the address only`;

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Starts the app from whatever state the project is in: installs, builds, then Electron or else the browser.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function launch(args) {
  const unknown = args.find((arg) => arg !== '--browser' && arg !== '--no-open');
  if (unknown !== undefined) {
    say(usage);
    return args.includes('--help') ? 0 : 1;
  }
  if (!nodeIsRecent(process.versions.node)) {
    say(`Loadline needs Node 20.19 or newer; this is ${process.versions.node}.`);
    return 1;
  }
  if (!(await ensureInstalled(projectRoot, say))) return 1;
  if (!(await ensureBuilt(projectRoot, say))) return 1;
  const open = !args.includes('--no-open');
  if (args.includes('--browser')) return runInBrowser({ why: '--browser asks for it', open, say });
  const isRoot = process.getuid?.() === 0;
  const obstacle = electronObstacle({ platform: process.platform, env: process.env, isRoot });
  if (obstacle !== null) return runInBrowser({ why: obstacle, open, say });
  const binary = await ensureElectron(projectRoot, say);
  if (binary === null) return runInBrowser({ why: 'Electron is not available', open, say });
  const { code, started } = await runElectron(binary, projectRoot);
  return started ? code : runInBrowser({ why: 'Electron did not start', open, say });
}

process.exitCode = await launch(process.argv.slice(2));
