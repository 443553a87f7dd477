import { expect, type Page } from '@playwright/test';
import { printDesign } from '../../shared/model/print-design';
import type { Design } from '../../shared/model/schema';
import { dropFile, onCanvas, openTemplate, statusBar, test } from '../support/window';

const percent = async (page: Page): Promise<number> =>
  Number.parseInt(
    (await page.getByRole('button', { name: /^Zoom .*choose another/ }).textContent()) ?? '',
    10,
  );

const zoomOut = (page: Page): Promise<void> => page.getByRole('button', { name: 'Zoom out' }).click();

/** The smallest letters that are seen on the canvas, px of the screen. */
const smallestLetters = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const viewport = document.querySelector('.react-flow__viewport');
    if (viewport === null) throw new Error('There is no canvas.');
    const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a;
    const walker = document.createTreeWalker(viewport, NodeFilter.SHOW_TEXT);
    let least = Number.POSITIVE_INFINITY;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '') continue;
      if (element.closest('.visually-hidden, desc, [hidden]') !== null) continue;
      const style = getComputedStyle(element);
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (style.color === 'rgba(0, 0, 0, 0)') continue;
      least = Math.min(least, Number.parseFloat(style.fontSize) * zoom);
    }
    return least;
  });

test('at every zoom what is seen is legible, and hidden figures are said to be hidden', async ({ page }) => {
  await test.step('while figures are hidden the canvas says so, and shows them again', async () => {
    await openTemplate(page, 'tinyUrl');
    const api = onCanvas(page, 'redirect-api');
    await expect(api).toContainText('39 %');
    await page.getByLabel('Diagram').focus();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Figures hidden Show' }).click();
    await expect(api).toContainText('39 %');
    await expect(page.getByRole('button', { name: 'Figures hidden Show' })).toBeHidden();
  });
  await test.step('TinyURL fits at 80 % and more; zoomed out it keeps calls and utilization, then name and state, in letters of 11 px', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openTemplate(page, 'tinyUrl');
    await page.keyboard.press('Shift+1');
    await expect.poll(() => percent(page)).toBeGreaterThanOrEqual(80);
    const api = onCanvas(page, 'redirect-api');
    const client = onCanvas(page, 'visitors');
    await expect(api).toContainText('Go · 10 × 2');
    const seen: string[] = [];
    for (let zoom = await percent(page); zoom > 12; zoom = await percent(page)) {
      const detail = (await page.locator('[data-canvas]').getAttribute('data-detail')) ?? '';
      seen.push(detail);
      expect(await smallestLetters(page), `letters at ${zoom} %, ${detail}`).toBeGreaterThanOrEqual(10.99);
      if (zoom >= 80) await expect(api).toContainText(/ms p99/);
      else if (zoom >= 38) {
        await expect(api).toContainText(/Redirect API.*11\.6k.*39\s%/);
        await expect(client).toContainText(/Visitors.*Redirect.*11\.6k.*86\sms/);
        await expect(page.locator('.react-flow__viewport')).toContainText('11.6k · async');
      } else if (detail === 'tile') {
        await expect(api.getByText('Redirect API', { exact: true }).last()).toBeVisible();
      }
      await zoomOut(page);
      await expect.poll(() => percent(page)).toBeLessThan(zoom);
    }
    expect([...new Set(seen)]).toEqual(['enlarged', 'compact', 'tile', 'dot']);
  });
});

test('a design of notes only opens on the notes', async ({ page }) => {
  const note = { id: 'far', kind: 'note', x: 4_000, y: 9_000, width: 200, height: 100, text: 'Out here' };
  const design: Design = {
    format: 'loadline',
    version: 1,
    id: 'notes',
    name: 'Notes',
    system: {},
    layout: { marks: [note] },
  };
  await page.goto('/');
  await dropFile(page, 'notes.loadline.json', 'application/json', Buffer.from(printDesign(design)));
  await expect(statusBar(page)).toBeVisible();
  await expect(onCanvas(page, 'far')).toBeInViewport();
});
