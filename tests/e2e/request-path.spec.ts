import { expect } from '@playwright/test';
import { edgeOnCanvas, inOutline, onCanvas, openTemplate, test } from '../support/window';

test('one request is followed hop by hop, and what is upstream of a part is lit', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  // Off the canvas: a flow that is pointed at dims the others.
  await page.mouse.move(5, 5);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /command/i }).fill('follow a request');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'A request of Redirect' });
  const current = panel.locator('[aria-current="step"]');
  // Who wants no motion starts at the first hop, and nothing moves by itself.
  await expect(panel.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(current).toBeFocused();
  await expect(current).toContainText('Visitors');
  const seen: string[] = [];
  const hops = await panel.locator('ol > li').count();
  for (let hop = 1; hop < hops; hop++) {
    await page.keyboard.press('ArrowDown');
    await expect(panel.getByText(`${hop + 1} of ${hops}`)).toBeVisible();
    await expect(current).toBeFocused();
    seen.push((await current.textContent()) ?? '');
  }
  expect(seen.some((text) => text.startsWith('Links') && text.includes('of the requests'))).toBe(true);
  await expect(panel).toContainText(/Hot links\s*hit 90\s%\s*miss 10\s% → Links/);
  // The last hop is lit with its call and its share; what the flow does not visit is dim.
  await expect(onCanvas(page, 'links').locator('[data-found="true"]')).toHaveCount(1);
  await expect(edgeOnCanvas(page, 'redirect-api-links').locator('[data-light="lit"]')).toHaveCount(1);
  await expect(page.locator('[data-hop-label]')).toContainText('%');
  await expect(onCanvas(page, 'shorten-api').locator('[data-dim="true"]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.locator('[data-dim="true"], [data-hop-label]')).toHaveCount(0);

  await inOutline(page, 'Redirect API').click();
  await onCanvas(page, 'redirect-api').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show everything upstream' }).click();
  await expect(page.getByText('Upstream of Redirect API:')).toBeVisible();
  await expect(onCanvas(page, 'lb').locator('[data-found="true"]')).toHaveCount(1);
  await expect(onCanvas(page, 'links').locator('[data-dim="true"]')).toHaveCount(1);
});
