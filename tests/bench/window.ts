import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserFlags } from '../support/browser.mjs';
import { drag, type Frames, framesDuring, pan, settledMs } from './frames';
import { sceneOf } from './scene';
import { inMs, quantile } from './statistics';

/** A window that is not ready by then will not be. */
const longestReadyMs = 20_000;

function report(name: string, { frameMs, workMs }: Frames): void {
  console.log(
    `  ${name.padEnd(28)} frame median ${inMs(quantile(frameMs, 0.5)).padStart(8)}  p95 ${inMs(quantile(frameMs, 0.95)).padStart(8)}  work a frame ${inMs(workMs).padStart(8)}  (${frameMs.length} frames)`,
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
      await settledMs(
        page,
        "document.querySelector('.react-flow__node, .react-flow canvas') !== null",
        longestReadyMs,
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
  report('everything in view: pan', await framesDuring(page, session, () => pan(page, 80)));
  await page.getByRole('button', { name: /^Zoom .*choose another/ }).click();
  await page.getByRole('menuitemcheckbox', { name: '100 %' }).click();
  await page.waitForTimeout(800);
  report('at 100 %: pan', await framesDuring(page, session, () => pan(page, 120)));
  const node = page.locator('.react-flow__node').first();
  const box = (await node.count()) === 0 ? null : await node.boundingBox();
  if (box === null) console.log('  at 100 %: drag a node         no card in view');
  else {
    report(
      'at 100 %: drag a node',
      await framesDuring(page, session, () => drag(page, { x: box.x + 60, y: box.y + 20 }, 90)),
    );
  }
  await page.close();
}
