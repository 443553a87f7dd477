import { expect, type Page } from '@playwright/test';
import { inOutline, inspector, openTemplate, test } from '../support/window';

const sheet = (page: Page) => page.getByRole('dialog', { name: /^How it came about/ });

test('a p99 is explained down to its inputs by keyboard, and the focus returns to it', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  await page.getByRole('button', { name: /^Details/ }).click();
  await page.getByRole('tab', { name: 'Flows' }).click();
  const p99 = page.locator('[data-figure="redirect.p99Ms"]').first();
  await p99.focus();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('p99 of Redirect');
  await expect(sheet(page)).toContainText(/The time below which 99\s% of the requests lie/);
  // Down to the wait of the API, the load that it follows from, and the rate of the flow.
  for (const name of [
    /^p99 of Redirect API/,
    /^Mean wait of Redirect API/,
    /^Offered of Redirect API/,
    /^Rate of Redirect/,
  ]) {
    await sheet(page).getByRole('button', { name }).press('Enter');
  }
  await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText('Rate of Redirect');
  await expect(sheet(page).getByRole('heading', { level: 3 })).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText('Offered of Redirect API');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await inOutline(page, 'Redirect API').click();
  await inspector(page).getByRole('tab', { name: 'Numbers' }).click();
  const wait = inspector(page).locator('[data-figure$=".waitMs"]');
  await wait.press('Enter');
  await expect(sheet(page)).toContainText('Mean wait of Redirect API');
  await page.keyboard.press('Escape');
  await expect(wait).toBeFocused();
});
