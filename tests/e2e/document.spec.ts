import { expect } from '@playwright/test';
import { openEmptyCanvas, stepButton, test } from '../support/window';

test('a design is written in the document, its estimates become flows, and the canvas comes back', async ({
  page,
}) => {
  await openEmptyCanvas(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Document', exact: true }).click();
  const text = page.getByRole('main', { name: 'Document' });
  await text.getByLabel('Text of Risks').fill('The **cache** is the risk.');
  await text.getByLabel('Daily users').fill('10M');
  await text.getByLabel('Requests a user a day').fill('10');
  await page.keyboard.press('Tab');
  await expect(text.getByText('10M users × 10 requests a day ÷ 86 400 s')).toBeVisible();
  await text.getByRole('button', { name: 'Make flows' }).click();
  await expect(text.getByRole('table', { name: 'Flows' })).toContainText('Read');
  await text.getByRole('button', { name: 'Add a decision' }).click();
  await expect(text.getByRole('group', { name: 'Decisions 1' })).toBeVisible();
  await stepButton(page, /^Undo/).click();
  await expect(text.getByRole('group', { name: 'Decisions 1' })).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Risks' }).click();
  await expect(text.getByRole('heading', { name: 'Risks' })).toBeFocused();
  await expect(text.getByLabel('Text of Risks')).toHaveValue('The **cache** is the risk.');
  await text.getByRole('button', { name: 'Preview' }).click();
  await expect(text.getByRole('group', { name: 'Text of Risks' }).locator('strong')).toHaveText('cache');
  await expect(text.getByLabel('Daily users')).toHaveValue('10M');
  await text.getByRole('button', { name: 'Preview' }).click();
  await expect(text.getByLabel('Text of Risks')).toHaveValue('The **cache** is the risk.');
  await page.keyboard.press('/');
  await expect(text).toHaveCount(0);
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
});
