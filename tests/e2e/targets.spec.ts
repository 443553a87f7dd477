import { expect } from '@playwright/test';
import { openTemplate, savedDesign, stepButton, test } from '../support/window';

test('targets are added, edited and removed in their table, a layer gets a budget, and a change that helps is applied', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('l');
  await page.getByRole('tab', { name: 'Targets' }).click();
  const table = page.getByRole('region', { name: 'Targets' });
  await table.getByRole('combobox', { name: 'Metric' }).selectOption('monthlyCostUsd');
  const value = table.getByRole('textbox', { name: 'At most' });
  await value.fill('10');
  await value.press('Enter');
  await table.getByRole('button', { name: 'Add target' }).click();
  // What is missed is first.
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText('Missed');
  await expect(first).toContainText('cost a month');
  await first.getByRole('textbox').fill('1M');
  await first.getByRole('textbox').press('Enter');
  const row = table.getByRole('row', { name: /Whole design cost a month/ });
  await expect(row).toContainText('Met');
  expect((await savedDesign(page)).system.targets?.monthlyCostUsd).toBe(1e6);
  await row.getByRole('button', { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  await table.getByRole('button', { name: 'Redirect' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Redirect');

  await page.getByRole('tab', { name: 'Layers' }).click();
  const budget = page.getByRole('textbox', { name: 'p99 budget of Data' });
  await budget.fill('1');
  await budget.press('Enter');
  await expect(page.getByRole('row', { name: /^Data/ })).toContainText(' over');

  await page.getByRole('tab', { name: 'Flows', exact: true }).click();
  const help = page.getByRole('region', { name: 'What would help most' });
  await help.getByRole('combobox', { name: 'Improve' }).selectOption('monthlyCostUsd');
  await help.getByRole('button', { name: 'Search' }).click();
  await help
    .getByRole('button', { name: /^Apply/ })
    .first()
    .click({ timeout: 30_000 });
  await expect(stepButton(page, /^Undo .*→/)).toBeVisible();
});
