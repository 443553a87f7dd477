import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../electron/launch/build.mjs';
import { electronBinary, electronObstacle } from '../electron/launch/electron.mjs';
import { ensureInstalled } from '../electron/launch/install.mjs';
import { nodeIsRecent, projectRoot as root } from '../electron/launch/project.mjs';
import { runScript } from '../electron/launch/run-tool.mjs';
import { ensureBrowser } from './support/browser.mjs';
import { readEndToEndReport, readUnitReport } from './support/reports.mjs';

/** @typedef {import('./support/reports.mjs').Tally} Tally */
/** @typedef {Tally & { output: string }} StepResult */

const results = join(root, 'tests', '.results');

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * A tool whose success is one test.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<StepResult>}
 */
async function tool(script, args) {
  const { code, output } = await runScript(script, args, { cwd: root });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/**
 * A test runner that leaves a report. Where it fails without a failed test, that failure is one itself.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} report
 * @param {(file: string) => Tally} read
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<StepResult>}
 */
async function runner(script, args, report, read, env) {
  const { code, output } = await runScript(script, args, { cwd: root, env: { ...process.env, ...env } });
  const tally = read(report);
  const failed = code !== 0 && tally.failed === 0 ? 1 : tally.failed;
  return { ...tally, failed, output };
}

/** @param {boolean} quick */
function unit(quick) {
  const report = join(results, 'unit.json');
  const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
  // What takes long by itself waits for the full run: thousands of random documents, the command line as a process of its own.
  if (quick) args.push('--exclude=**/*.long.test.ts');
  const env = {
    NO_COLOR: '1',
    LOADLINE_FUZZ: process.env['LOADLINE_FUZZ'] ?? '1500',
    LOADLINE_RUNS: process.env['LOADLINE_RUNS'] ?? (quick ? '30' : '60'),
    REFERENCE_DESIGNS: process.env['REFERENCE_DESIGNS'] ?? (quick ? '6' : '20'),
    REFERENCE_SAMPLED: process.env['REFERENCE_SAMPLED'] ?? (quick ? '2' : '8'),
  };
  return runner('vitest/vitest.mjs', [...args, `--outputFile.json=${report}`], report, readUnitReport, env);
}

/** @returns {Promise<StepResult>} */
async function build() {
  let output = '';
  const isBuilt = await ensureBuilt(root, (line) => {
    output += `${line}\n`;
  });
  return { passed: 0, failed: isBuilt ? 0 : 1, skipped: 0, output };
}

/** @returns {Promise<StepResult>} */
async function endToEnd() {
  const browser = await ensureBrowser(root, say);
  if (browser === null) return { passed: 0, failed: 1, skipped: 0, output: 'No browser to test in.' };
  const report = join(results, 'e2e.json');
  const args = ['test', '--config', 'tests/playwright.config.ts'];
  const env = { NO_COLOR: '1', FORCE_COLOR: undefined, LOADLINE_CHROMIUM: browser };
  return runner('@playwright/test/cli.js', args, report, readEndToEndReport, env);
}

/** @typedef {readonly [name: string, run: () => Promise<StepResult>]} Step */

/**
 * Runs steps at the same time, and tells of them in the order in which they are listed.
 * @param {readonly Step[]} list
 * @returns {Promise<StepResult[]>}
 */
async function steps(list) {
  const running = list.map(([name, run]) => timed(name, run));
  const results = [];
  for (const step of running) {
    const { name, result, seconds } = await step;
    say(`${name.padEnd(14)} ${verdictOf(result).padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`);
    if (result.failed > 0 || (result.retried ?? 0) > 0) say(result.output.trimEnd());
    results.push(result);
  }
  return results;
}

/**
 * @param {string} name
 * @param {() => Promise<StepResult>} run
 */
async function timed(name, run) {
  const begin = performance.now();
  const result = await run();
  return { name, result, seconds: (performance.now() - begin) / 1000 };
}

/** @param {Tally} tally */
function verdictOf({ passed, failed, skipped, retried = 0 }) {
  const counts = passed + failed > 0 ? `${passed} ok` : 'ok';
  const failures = failed > 0 ? `, ${failed} FAILED` : '';
  const retries = retried > 0 ? `, ${retried} at the second try` : '';
  return counts + failures + retries + (skipped > 0 ? `, ${skipped} skipped` : '');
}

/**
 * Runs every step, whether or not the ones before it succeed.
 * @param {boolean} quick
 * @returns {Promise<number>} the exit code
 */
async function main(quick) {
  if (!nodeIsRecent(process.versions.node)) {
    say(`The tests need Node 20.19 or newer; this is ${process.versions.node}.`);
    return conclude(0, 1);
  }
  if (!(await ensureInstalled(root, say))) return conclude(0, 1);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const all = await steps([
    ['types', () => tool('typescript/bin/tsc', ['-b'])],
    ['lint', () => tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])],
    ['layers + unit', () => unit(quick)],
  ]);
  if (!quick) {
    all.push(...(await steps([['build', build]])));
    // Alone, since what it waits for in a browser is not to wait for other steps.
    all.push(...(await steps([['end to end', endToEnd]])));
    const obstacle = electronBinary(root) === null ? 'no Electron binary' : desktopObstacle();
    if (obstacle !== null) say(`electron       skipped: ${obstacle}`);
  }
  const passed = all.reduce((sum, { passed }) => sum + passed, 0);
  const failed = all.reduce((sum, { failed }) => sum + failed, 0);
  return conclude(passed, failed);
}

/**
 * @param {number} passed
 * @param {number} failed
 */
function conclude(passed, failed) {
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function desktopObstacle() {
  const isRoot = process.getuid?.() === 0;
  return electronObstacle({ platform: process.platform, env: process.env, isRoot });
}

process.exitCode = await main(process.argv.includes('--quick'));
