/**
 * What a crash loses: edits without a pause in a real Chromium, which is killed at random moments and started again on
 * the same profile. Prints how old the oldest edit was that was lost, since the window had made it and, in brackets, since
 * its key was sent. Not part of the tests.
 *
 *     node tests/bench/kill.mjs [--rounds 60] [--busy 2]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { builtWindow, programOf } from '../../electron/launch/project.mjs';
import { serve } from '../../electron/launch/serve.mjs';
import { browserFlags, findBrowser } from '../support/browser.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '60' }, busy: { type: 'string', default: '0' } },
});
const rounds = Number(values.rounds);
/** One press of an arrow moves a part by so much. */
const stepPx = 20;
const part = 'links';

const executable = findBrowser();
if (executable === null) throw new Error('No Chromium found.');
const served = await serve({ port: 0, root: builtWindow, program: programOf() });
if (!served.ok) throw new Error('No free port.');
const profile = mkdtempSync(join(tmpdir(), 'loadline-kill-'));
const portFile = join(profile, 'DevToolsActivePort');
/** Processes that take the cores away, as on a busy machine. */
const busy = Array.from({ length: Number(values.busy) }, () => spawn(process.execPath, ['-e', 'for (;;);']));

/** The Chromium that runs now. @type {number | null} */
let running = null;

/** A Chromium of its own group of processes, so that all of them are killed in one moment. */
async function start() {
  rmSync(portFile, { force: true });
  const child = spawn(
    executable ?? '',
    [
      ...browserFlags,
      '--headless=new',
      '--remote-debugging-port=0',
      '--window-size=1440,900',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  running = child.pid ?? null;
  child.on('exit', () => {
    running = null;
  });
  for (
    let tries = 0;
    !existsSync(portFile) || readFileSync(portFile, 'utf8').split('\n').length < 2;
    tries += 1
  ) {
    if (tries > 600) throw new Error('Chromium does not start.');
    await wait(50);
  }
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.newPage());
  if (page === undefined || child.pid === undefined) throw new Error('Chromium has no page.');
  return { page, browser, pid: child.pid, gone: new Promise((done) => child.on('exit', done)) };
}

/**
 * Where the part lies in storage.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number>}
 */
const storedX = (page) =>
  page.evaluate(
    (id) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('loadline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('bodies').objectStore('bodies').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result[0].design.layout.nodes[id].x);
          };
        };
      }),
    part,
  );

/**
 * @param {string} since
 * @param {readonly number[]} ages
 */
function report(since, ages) {
  const sorted = [...ages].sort((a, b) => a - b);
  const [min = 0, median = 0, max = 0] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (at) => sorted[at],
  );
  console.log(
    `age of the oldest lost edit, ms, ${since}, of ${ages.length} kills: min ${min}, median ${median}, max ${max}`,
  );
}

/** @type {number[]} */
const ages = [];
/** @type {number[]} */
const sentAges = [];
/** @type {{ readonly times: readonly number[], readonly made: readonly number[], readonly killedAt: number, readonly from: number, readonly sign: number } | null} */
let last = null;
try {
  for (let round = 0; round <= rounds; round += 1) {
    const { page, browser, pid, gone } = await start();
    await page.goto(served.server.url);
    if (round === 0) await page.getByRole('button', { name: /^TinyURL Short/ }).click();
    const card = page.locator(`.react-flow__node[data-id="${part}"]`);
    await card.waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const from = await storedX(page);
    if (last !== null) {
      const kept = ((from - last.from) * last.sign) / stepPx;
      if (!Number.isInteger(kept) || kept < 0 || kept > last.times.length)
        throw new Error(`The part moved by ${from - last.from} px after ${last.times.length} presses.`);
      const oldestLost = last.times[kept];
      const made = last.made[kept];
      ages.push(made === undefined ? 0 : Math.max(0, last.killedAt - made));
      sentAges.push(oldestLost === undefined ? 0 : last.killedAt - oldestLost);
      console.log(
        `round ${round}: ${last.times.length} edits, ${last.times.length - kept} lost, ${ages.at(-1)} ms (${sentAges.at(-1)})`,
      );
    }
    const sign = round % 2 === 0 ? 1 : -1;
    if (round < rounds) {
      await card.click();
      const times = await editUntilKilled(page, pid, sign > 0 ? 'ArrowRight' : 'ArrowLeft');
      last = { ...times, from, sign };
    } else process.kill(-pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => undefined);
  }
  report('since it was made', ages);
  report('since its key was sent', sentAges);
} finally {
  for (const child of busy) child.kill();
  if (running !== null) {
    process.kill(-running, 'SIGKILL');
    await wait(500);
  }
  await served.server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Presses a key without a pause until the browser is killed.
 * @param {import('@playwright/test').Page} page
 * @param {number} pid
 * @param {string} key
 */
async function editUntilKilled(page, pid, key) {
  const times = [];
  const made = [];
  let killedAt = 0;
  setTimeout(
    () => {
      killedAt = Date.now();
      process.kill(-pid, 'SIGKILL');
    },
    500 + Math.random() * 3_000,
  );
  while (killedAt === 0) {
    // Also the press under way when the browser is killed: it may have become an edit.
    times.push(Date.now());
    try {
      // Answered once the window has worked the press off: the edit is made.
      await page.keyboard.down(key);
      made.push(Date.now());
      await page.keyboard.up(key);
    } catch (error) {
      if (killedAt === 0) throw error;
    }
  }
  return { times, made, killedAt };
}
