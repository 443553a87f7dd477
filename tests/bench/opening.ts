import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { browserFlags } from '../support/browser.mjs';
import { inMs, quantile } from './statistics';
import { ownSubject, viewport } from './subjects';
import { type Trace, traced, workOf } from './trace';

const runs = 5;
/** What a window does after it is shown is over by then, also on a busy machine. */
const settledAfterMs = 3_000;
const shown = 'design shown';

/**
 * Opens an empty canvas, a template and large designs from a cold load, and prints how much the threads work until the
 * design is drawn and until all is quiet. It is the time that they worked: what else the machine does is not in it.
 */
export async function benchOpening(url: string, executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-bench-'));
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const subject = ownSubject('loadline', url, folder);
  console.log(`opening from a cold load, work of threads, median of ${runs}`);
  try {
    for (const hash of ['#/new', '#/new/tinyurl'])
      await benchAddress(hash, browser, async () => `${url}${hash}`);
    for (const count of [1_000, 3_000])
      await benchAddress(`${count} nodes`, browser, (context) => subject.prepare(context, count));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchAddress(
  name: string,
  browser: Browser,
  addressIn: (context: BrowserContext) => Promise<string>,
): Promise<void> {
  const context = await browser.newContext({ viewport });
  const address = await addressIn(context);
  const figures: { untilShown: number; page: number; workers: number }[] = [];
  for (let run = 0; run < runs; run++) figures.push(figuresOf(await openedIn(browser, context, address)));
  const median = (of: (figure: (typeof figures)[number]) => number): string =>
    inMs(quantile(figures.map(of), 0.5)).padStart(9);
  console.log(
    `  ${name.padEnd(16)} page until shown ${median((of) => of.untilShown)}  page in all ${median((of) => of.page)}  workers ${median((of) => of.workers)}`,
  );
  await context.close();
}

async function openedIn(browser: Browser, context: BrowserContext, address: string): Promise<Trace> {
  const page = await context.newPage();
  await page.addInitScript((mark) => {
    const look = (): void => {
      const isShown =
        document.querySelector('.react-flow__node, .react-flow canvas, [role=combobox]') !== null;
      if (isShown) performance.mark(mark);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, shown);
  const trace = await traced(browser, page, async () => {
    await page.goto(address);
    await page.locator('.react-flow').waitFor();
    await page.waitForTimeout(settledAfterMs);
  });
  await page.close();
  return trace;
}

function figuresOf({ pageTasks, workerTasks, marksMs }: Trace): {
  readonly untilShown: number;
  readonly page: number;
  readonly workers: number;
} {
  const workers = [...workerTasks.values()].reduce((sum, tasks) => sum + workOf(tasks), 0);
  return { untilShown: workOf(pageTasks, marksMs.get(shown)), page: workOf(pageTasks), workers };
}
