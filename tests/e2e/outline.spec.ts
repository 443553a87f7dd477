import { expect } from '@playwright/test';
import { inOutline, openTemplate, statusBar, test } from '../support/window';

const nodeCount = 600;

/** A design of so many services in a row. */
function longDesign(): string {
  const ids = Array.from({ length: nodeCount }, (_, at) => `n${at}`);
  const nodes = ids.map((id, at) => ({ id, kind: 'service', name: `Part ${at}` }));
  const layout = { nodes: Object.fromEntries(ids.map((id, at) => [id, { x: at * 240, y: 0 }])) };
  return JSON.stringify({
    format: 'loadline',
    version: 1,
    id: 'long',
    name: 'Long',
    system: { nodes },
    layout,
  });
}

test('the outline of a large design draws the lines in view, and the keyboard reaches all of them', async ({
  page,
}) => {
  // Listened for well before it is asked for: the browser is told so only some time after.
  const choosing = page.waitForEvent('filechooser', { timeout: 30_000 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Open file…' }).click();
  await (await choosing).setFiles({
    name: 'long.json',
    mimeType: 'application/json',
    buffer: Buffer.from(longDesign()),
  });
  const lines = page.getByRole('treeitem');
  await expect(inOutline(page, 'Part 0')).toHaveAttribute('aria-setsize', String(nodeCount));
  expect(await lines.count()).toBeLessThan(150);
  await lines.first().focus();
  await page.keyboard.press('End');
  const last = inOutline(page, 'Part 599');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-posinset', '600');
  await page.keyboard.press('ArrowUp');
  await expect(inOutline(page, 'Part 598')).toBeFocused();
  // What has the focus keeps it where it is scrolled out of view; what comes into view is drawn.
  await page.getByRole('tree').evaluate((tree) => tree.scrollTo(0, 0));
  await expect(inOutline(page, 'Part 3')).toBeInViewport();
  await expect(inOutline(page, 'Part 598')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(inOutline(page, 'Part 0')).toBeFocused();
});

test('the strip of layers is whole beside an open inspector in a window of 1280 px', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openTemplate(page, 'withoutCache');
  await inOutline(page, 'Links').click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(statusBar(page)).toContainText('serves');
  const strip = page.getByRole('list', { name: 'Layers' });
  await expect(strip.getByRole('listitem')).toHaveCount(6);
  const cut = await strip.evaluate(
    (list) =>
      [list, ...list.querySelectorAll('button *')].filter(
        (element) =>
          element.scrollWidth > element.clientWidth && getComputedStyle(element).display !== 'inline',
      ).length,
  );
  expect(cut).toBe(0);
});
