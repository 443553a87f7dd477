import { expect } from '@playwright/test';
import { inspector, onCanvas, openTemplate, test } from '../support/window';

test('a design is compared with its changed copy, and a technology is tried before it is taken', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Duplicate design');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /TinyURL.* copy/ })).toBeVisible();

  // The copy gets another database technology: its effect is there before it is taken.
  await onCanvas(page, 'links').click();
  await inspector(page).getByRole('button', { name: 'Try another kind or technology…' }).click();
  const tried = page.getByRole('dialog', { name: /^Another kind or technology for/ });
  await expect(tried.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await tried.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'SQL database' });
  await expect(tried.getByRole('region', { name: 'Figures' }).getByRole('rowheader').first()).toBeVisible();
  await tried.getByRole('button', { name: 'Apply' }).click();
  await expect(tried).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Compare with');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'TinyURL' });
  await expect(dialog.getByText('kind Key-value store → SQL database')).toBeVisible();
  const figures = dialog.getByRole('region', { name: 'Figures' });
  await expect(figures.getByRole('rowheader', { name: 'Whole design' })).toBeVisible();
  const cost = figures.getByRole('row', { name: /^cost/ }).first();
  const [, before, after] = await cost.getByRole('cell').allTextContents();
  expect(before).not.toBe(after);
  await dialog.getByRole('button', { name: 'Swap' }).click();
  await expect(cost.getByRole('cell').nth(1)).toHaveText(after ?? '');
  await expect(dialog.getByText('kind SQL database → Key-value store')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await test.step('a version is saved under a name, compared with and restored as one undo step', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Save version');
    await page.keyboard.press('Enter');
    const versions = page.getByRole('dialog', { name: 'Versions' });
    await versions.getByRole('textbox', { name: 'Name of the version' }).fill('With SQL');
    await page.keyboard.press('Enter');
    await expect(versions.getByRole('listitem').filter({ hasText: 'With SQL' })).toBeVisible();
    await versions.getByRole('button', { name: 'Close' }).last().click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Versions');
    await page.keyboard.press('Enter');
    await versions.getByRole('button', { name: 'Compare with With SQL' }).click();
    await expect(dialog.getByText('kind SQL database → Key-value store')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Versions');
    await page.keyboard.press('Enter');
    await versions.getByRole('button', { name: 'Restore With SQL' }).click();
    await expect(versions).toBeHidden();
    await expect(onCanvas(page, 'links')).toContainText('SQL');
    await page.keyboard.press('Control+z');
    await expect(onCanvas(page, 'links')).not.toContainText('SQL');
  });
});
