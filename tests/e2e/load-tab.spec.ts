import { expect } from '@playwright/test';
import { openTemplate, test } from '../support/window';

test('the load tab draws the curve of a flow, finds the limit and takes the slider to it and to years of growth', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Find the limit');
  await page.keyboard.press('Enter');
  const limit = page.getByRole('region', { name: 'Limit' });
  const factor = page.getByRole('textbox', { name: 'Load factor' });

  const chart = page.getByRole('slider', { name: /^Latency of .* by throughput/ });
  await expect(chart.locator('canvas')).toBeVisible({ timeout: 30_000 });
  await chart.hover();
  await expect(page.locator('[data-hovered]')).toBeVisible();

  await expect(limit).toContainText(/The first target is missed at ×/, { timeout: 30_000 });
  await expect(page.getByRole('img', { name: /misses its .* target at ×/ })).toBeVisible();
  await limit
    .getByRole('button', { name: /^Set the load to ×/ })
    .first()
    .press('Enter');
  await expect(factor).not.toHaveValue('×1');

  const year = page.getByRole('group', { name: 'Year of growth' });
  await expect(year).toContainText('Year –');
  await page
    .getByRole('region', { name: 'Growth' })
    .getByRole('button', { name: 'Set the load to ×1.2', exact: true })
    .click();
  await expect(year).toContainText('Year 1');
  await year.getByRole('button', { name: 'A year later' }).click();
  await expect(factor).toHaveValue('×1.44');
  await expect(year).toContainText('Year 2');
});
