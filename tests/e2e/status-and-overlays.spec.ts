import { expect } from '@playwright/test';
import { inspector, onCanvas, openTemplate, statusBar, test } from '../support/window';

test('the status bar tells the state and opens what it speaks of, and an overlay shows another figure on the cards', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  const item = (name: RegExp) => statusBar(page).getByRole('button', { name });

  await item(/^availability 99\.97\s%, target 99\.95\s%$/).click();
  await expect(inspector(page).getByRole('tab', { name: 'Numbers' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await item(/\/mo$/).click();
  await expect(page.getByRole('tabpanel', { name: 'Cost' })).toBeVisible();
  await expect(item(/^RPO 5\sms of 1 min$/)).toBeVisible();

  await page.getByRole('button', { name: 'Overlay: Load, choose another' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Cost' }).click();
  await expect(onCanvas(page, 'cdn')).toContainText(/\$10\.7k\/mo.*58\s%/);
  await expect(page.getByRole('figure', { name: 'Cost: share of the total' })).toContainText('50 %');
  await expect(onCanvas(page, 'cdn').locator('[data-level]')).toHaveAttribute('data-level', '4');

  // In a narrow window what is least important gives way, on one line.
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(item(/^Zoom/)).toBeHidden();
  await expect(item(/p99/)).toBeVisible();
  expect((await statusBar(page).boundingBox())?.height).toBeLessThan(32);
});

test('without a cache the status bar marks each target that is missed', async ({ page }) => {
  await openTemplate(page, 'withoutCache');
  await expect(statusBar(page).getByRole('img', { name: 'Target missed' }).first()).toBeVisible();
});
