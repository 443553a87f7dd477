import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags } from '../support/browser.mjs';
import { inMs, quantile } from './statistics';
import { ownSubject, viewport } from './subjects';
import { type Trace, traced, workByFrame } from './trace';

/** What typing is to cost in a design of 1 000 nodes, in ms: a frame of the page's own thread, and the two answers. */
const goals = { frame: 8, means: 16, percentiles: 50 };

/** A field takes its number with Enter, which selects it for the next. */
const numbers = [...'4567845'].flatMap((digit) => [digit, 'Enter']);
const steps = [...Array(12).fill('ArrowUp'), ...Array(12).fill('ArrowDown')];
/** Longer than both answers take, so that each digit has its own. */
const betweenMs = 400;
/** Work of a worker's thread under this is a message that it only takes in. */
const leastAnswerMs = 0.5;

/**
 * Types digits into the number of servers of a node, first with time for both answers to each, then as fast as keys repeat,
 * and prints the work of the page's own thread in each frame and of the analysis worker for each answer. All is the time
 * that threads worked: what else the machine does is not in it.
 */
export async function benchTyping(url: string, executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-bench-'));
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    for (const count of [1_000, 3_000]) await benchScene(count, url, folder, browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchScene(count: number, url: string, folder: string, browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport });
  const subject = ownSubject('loadline', url, folder);
  const address = await subject.prepare(context, count);
  const page = await context.newPage();
  await page.goto(address);
  await openNumberField(page);
  console.log(`typing in a number field, ${count} nodes`);
  // Code that was never run is slower: the first digits are for the engine to compile it.
  await press(page, steps, 60);
  await page.waitForTimeout(1_500);
  report(await traced(browser, page, () => press(page, numbers, betweenMs)), 'a number at a time');
  report(await traced(browser, page, () => press(page, steps, 33)), 'steps as fast as keys repeat');
  await context.close();
}

async function openNumberField(page: Page): Promise<void> {
  await page.locator('.react-flow canvas, .react-flow__node').first().waitFor();
  await page.keyboard.press('Shift+Digit0');
  await page.waitForTimeout(1_000);
  await page.locator('.react-flow__node').filter({ hasText: 'service' }).nth(3).click();
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('textbox', { name: 'Servers' })
    .click();
  await page.waitForTimeout(1_000);
}

/** Presses keys one after the other. */
async function press(page: Page, keys: readonly string[], pauseMs: number): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
  }
  await page.waitForTimeout(betweenMs);
}

function report({ pageTasks, framesMs, workerTasks }: Trace, name: string): void {
  console.log(`  ${name}`);
  line('page, a frame', workByFrame(pageTasks, framesMs), goals.frame);
  for (const [worker, tasks] of workerTasks) {
    const work = tasks.map(({ workMs }) => workMs).filter((ms) => ms > leastAnswerMs);
    line(`${worker}, a task`, work, worker === 'analysis' ? goals.percentiles : undefined);
  }
}

function line(name: string, workMs: readonly number[], goalMs?: number): void {
  if (workMs.length === 0) return;
  const figures = [0.5, 0.95, 1].map((share) => inMs(quantile(workMs, share)).padStart(8));
  const goal = goalMs === undefined ? '' : `   goal ${goalMs} ms`;
  console.log(
    `    ${name.padEnd(26)} ${String(workMs.length).padStart(3)} × median ${figures[0]}  p95 ${figures[1]}  most ${figures[2]}${goal}`,
  );
}
