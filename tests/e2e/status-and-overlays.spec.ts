import { expect } from '@playwright/test';
import { inspector, onCanvas, openTemplate, statusBar, test } from '../support/window';

test('the status bar tells the state and opens what it speaks of, and an overlay shows another figure on the cards', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  const item = (name: RegExp) => statusBar(page).getByRole('button', { name });

  // Beside its figure, which opens how it came about.
  const beside = { position: { x: 4, y: 12 } };
  await item(/^availability 99\.97\s% of 99\.95\s%$/).click(beside);
  await expect(inspector(page).getByRole('tab', { name: 'Numbers' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await item(/^cost .*\/mo$/).click(beside);
  await expect(page.getByRole('tabpanel', { name: 'Cost' })).toBeVisible();
  await expect(item(/^RPO 5\sms of 1 min$/)).toBeVisible();
  await test.step('its figures open how they came about, by mouse and by keyboard', async () => {
    const explained = page.getByRole('dialog', { name: /^How it came about/ });
    const figure = (name: string) => statusBar(page).locator(`[data-figure="${name}"]`);
    await figure('totals.monthlyCostUsd').click();
    await expect(explained).toContainText('cost a month of the whole design');
    await page.keyboard.press('Escape');
    for (const [name, title] of [
      ['totals.rateRps', 'Rate of the whole design'],
      ['redirect.p99Ms', 'Within 1 % of the model’s exact value.'],
      ['redirect.saturationLoad', 'Load at saturation of Redirect'],
    ] as const) {
      await figure(name).press('Enter');
      await expect(explained).toContainText(title);
      await page.keyboard.press('Escape');
      await expect(figure(name)).toBeFocused();
    }
  });

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
