import { expect, type Page } from '@playwright/test';
import { inOutline, inspector, openTemplate, statusBar, test } from '../support/window';

const sheet = (page: Page) => page.getByRole('dialog', { name: /^How it came about/ });
const heading = (page: Page) => sheet(page).getByRole('heading', { level: 2 });

test('figures of the strip, of other loads and in a dialog open how they came about', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const strip = page.getByRole('list', { name: 'Layers' });
  await strip.locator('[data-figure="layer:service.utilization"]').press('Enter');
  await expect(heading(page)).toHaveText('utilization of Service');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();

  await page.getByRole('button', { name: /^Details/ }).click();
  await page.getByRole('tab', { name: 'Load' }).click();
  await page.getByLabel('Table', { exact: true }).click();
  const row = page.getByRole('row', { name: /^×/ }).first();
  const load = await row.getByRole('rowheader').textContent();
  await row.getByRole('button').first().click();
  await expect(heading(page)).toHaveText(`Rate of Redirect at a load of ${load}`);
  await expect(sheet(page).locator('b')).toHaveText(
    (await row.getByRole('button').first().textContent()) ?? '',
  );
  await page.keyboard.press('Escape');

  await expect(statusBar(page).getByRole('button', { name: /^availability/ })).toHaveAttribute(
    'data-tip',
    /^Availability of .+: \d/,
  );
  await inOutline(page, 'Links').click();
  await inspector(page).getByRole('button', { name: 'Try another kind or technology…' }).click();
  const tried = page.getByRole('dialog', { name: /^Another kind or technology for/ });
  await tried.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'SQL database' });
  const figure = tried.locator('[data-figure="totals.monthlyCostUsd"]');
  await figure.click();
  await expect(heading(page)).toHaveText('cost a month of the whole design');
  await sheet(page)
    .getByRole('button', { name: /^Cost of servers/ })
    .click();
  await expect(heading(page)).toHaveText('Cost of servers of the whole design');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(figure).toBeVisible();
});
