import type { CDPSession, Page } from '@playwright/test';

/** What an action costs on the page's own thread. */
export interface Frames {
  /** ms between one frame and the next. */
  readonly frameMs: readonly number[];
  /** ms of work for each frame. */
  readonly workMs: number;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Frame times while `act` runs: the page notes each animation frame, and the main thread's work is read around it. */
export async function framesDuring(
  page: Page,
  session: CDPSession,
  act: () => Promise<void>,
): Promise<Frames> {
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
  const frameMs = await page.evaluate(() =>
    (window as unknown as { stopFrames: () => number[] }).stopFrames(),
  );
  return { frameMs, workMs: ((after - before) * 1000) / Math.max(1, frameMs.length) };
}

/** Waits until the page has drawn a frame with what it was sent: one event a frame, however slow a frame is. */
const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => done())));

export async function pan(page: Page, frames: number): Promise<void> {
  await page.mouse.move(640, 400);
  for (let i = 0; i < frames; i++) {
    const forth = i % 40 < 20 ? 1 : -1;
    await page.mouse.wheel(24 * forth, 16 * forth);
    await nextFrame(page);
  }
}

/** Zooms in and out again about the middle, by the wheel with Control held. */
export async function zoom(page: Page, frames: number): Promise<void> {
  await page.mouse.move(640, 400);
  await page.keyboard.down('Control');
  for (let i = 0; i < frames; i++) {
    await page.mouse.wheel(0, i % 20 < 10 ? -12 : 12);
    await nextFrame(page);
  }
  await page.keyboard.up('Control');
}

/** Drags what is at a place of the window in a circle. */
export async function drag(page: Page, { x, y }: { x: number; y: number }, frames: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 5, y);
  for (let i = 0; i < frames; i++) {
    await page.mouse.move(x + Math.sin(i / 12) * 100, y + Math.cos(i / 12) * 60 - 60);
    await nextFrame(page);
  }
  await page.mouse.up();
}

/**
 * Settled: ms since the page was asked for, at the first of three frames under 34 ms in a row after `isShown`. An
 * expression of the page as text: its content security policy makes no function of a text, the debugger may.
 */
export function settledMs(page: Page, isShown: string, limitMs: number): Promise<number> {
  return page.evaluate<number>(`new Promise((done, fail) => {
    let calm = 0;
    let first = 0;
    let last = performance.now();
    const tick = (now) => {
      if (now > ${limitMs}) {
        fail(new Error('It did not settle within ${limitMs} ms.'));
        return;
      }
      calm = (${isShown}) && now - last < 34 ? calm + 1 : 0;
      if (calm === 1) first = now;
      last = now;
      if (calm >= 3) done(first);
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  })`);
}

/** MB that the page's own thread holds, after its garbage is collected. */
export async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
