import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { browserFlags } from '../support/browser.mjs';
import { sceneOf } from './scene';
import { inMs, quantile } from './statistics';

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Frame times while `act` runs: the page notes each animation frame, and the main thread's work is read around it. */
async function framesDuring(
  page: Page,
  session: CDPSession,
  act: () => Promise<void>,
): Promise<{ readonly frames: readonly number[]; readonly workMs: number }> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    let on = true;
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, {
      stopFrames: () => {
        on = false;
        return frames.slice(1);
      },
    });
  });
  const before = await taskSeconds(session);
  await act();
  const after = await taskSeconds(session);
  const frames = await page.evaluate(() =>
    (window as unknown as { stopFrames: () => number[] }).stopFrames(),
  );
  return { frames, workMs: ((after - before) * 1000) / Math.max(1, frames.length) };
}

function report(name: string, { frames, workMs }: { frames: readonly number[]; workMs: number }): void {
  console.log(
    `  ${name.padEnd(28)} frame median ${inMs(quantile(frames, 0.5)).padStart(8)}  p95 ${inMs(quantile(frames, 0.95)).padStart(8)}  work a frame ${inMs(workMs).padStart(8)}  (${frames.length} frames)`,
  );
}

/** Opens scenes in the real window and prints how soon they are ready, and what panning, zooming and dragging cost. */
export async function benchWindow(address: string, executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-bench-'));
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    for (const count of [1_000, 3_000]) await benchScene(count, address, folder, browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchScene(
  count: number,
  address: string,
  folder: string,
  browser: Awaited<ReturnType<typeof chromium.launch>>,
): Promise<void> {
  const file = join(folder, `scene-${count}.loadline.json`);
  const scene = sceneOf(count);
  writeFileSync(file, JSON.stringify(scene));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /open file/i })
    .first()
    .click();
  await (await chooser).setFiles(file);
  await page.locator('.react-flow__node, .react-flow canvas').first().waitFor();
  await page.waitForTimeout(1_500);

  const ready: number[] = [];
  for (let run = 0; run < 3; run++) {
    await page.reload({ waitUntil: 'commit' });
    ready.push(
      // Settled: the first of three frames under 34 ms in a row; a machine too busy for that gives up at 20 s.
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let calm = 0;
            let last = performance.now();
            const tick = (now: number): void => {
              const shown = document.querySelector('.react-flow__node, .react-flow canvas') !== null;
              calm = shown && now - last < 34 ? calm + 1 : 0;
              last = now;
              if (calm >= 3 || now > 20_000) done(now);
              else requestAnimationFrame(tick);
            };
            requestAnimationFrame(tick);
          }),
      ),
    );
  }
  const edges = scene.system.edges?.length ?? 0;
  console.log(`window, ${count} nodes and ${edges} edges, 1280 × 800`);
  console.log(`  ready after a reload          ${ready.map(inMs).join(', ')}`);

  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.waitForTimeout(1_500);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(800);
  report('everything in view: pan', await framesDuring(page, session, () => wheel(page, 80)));
  await page.getByRole('button', { name: /set to 100 %/ }).click();
  await page.waitForTimeout(800);
  report('at 100 %: pan', await framesDuring(page, session, () => wheel(page, 120)));
  const node = page.locator('.react-flow__node').first();
  const box = (await node.count()) === 0 ? null : await node.boundingBox();
  if (box === null) console.log('  at 100 %: drag a node         no card in view');
  else {
    report(
      'at 100 %: drag a node',
      await framesDuring(page, session, async () => {
        await page.mouse.move(box.x + 60, box.y + 20);
        await page.mouse.down();
        await page.mouse.move(box.x + 62, box.y + 20);
        for (let i = 0; i < 90; i++)
          await page.mouse.move(box.x + 60 + Math.sin(i / 12) * 100, box.y + 20 + Math.cos(i / 12) * 60);
        await page.mouse.up();
      }),
    );
  }
  await page.close();
}

async function wheel(page: Page, times: number): Promise<void> {
  await page.mouse.move(640, 400);
  for (let i = 0; i < times; i++) {
    await page.mouse.wheel(i % 40 < 20 ? 24 : -24, i % 40 < 20 ? 16 : -16);
    await page.waitForTimeout(4);
  }
}
