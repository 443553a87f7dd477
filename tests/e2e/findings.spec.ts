import { expect, type Page } from '@playwright/test';
import { openTemplate, savedDesign, stepButton, test } from '../support/window';

const problems = (page: Page) => page.getByRole('tabpanel', { name: 'Problems' });

test('findings are narrowed and grouped, one is read on its page, a fix is previewed, and all that are safe are one step', async ({
  page,
}) => {
  await openTemplate(page, 'withoutCache');
  await page.getByRole('button', { name: /^Problems/ }).click();
  const items = problems(page).getByRole('listitem');

  await problems(page).getByRole('combobox', { name: 'Group findings' }).selectOption('By rule');
  const search = problems(page).getByRole('searchbox', { name: 'Search findings' });
  await search.fill('CDN promises');
  await expect(items).toHaveCount(1);
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await problems(page)
    .getByRole('button', { name: /^Errors \d/ })
    .click();
  await expect(items.first()).toContainText('Add a cache');

  await search.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const article = page.getByRole('article', { name: 'Finding', exact: true });
  await expect(article.getByRole('button', { name: 'All findings' })).toBeFocused();
  await expect(article.getByText('Reported', { exact: true })).toBeVisible();
  await expect(article.getByRole('img')).toHaveCount(2);
  const fix = article.getByRole('button', { name: 'Add a cache' });
  await fix.focus();
  await expect(page.locator('[data-fix-preview] text')).toHaveText('Cache');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-fix-preview]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(article).toHaveCount(0);

  await problems(page).getByRole('button', { name: 'Fix all safe…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fix all that are safe' });
  const apply = dialog.getByRole('button', { name: /^Apply \d+ fix/ });
  await expect(apply).toBeEnabled();
  const boxes = dialog.getByRole('checkbox');
  const count = await boxes.count();
  expect(count).toBeGreaterThan(1);
  await boxes.first().uncheck();
  await expect(boxes.first()).not.toBeChecked();
  await expect(apply).toBeEnabled();
  const before = (await savedDesign(page)).system;
  const [, applied = ''] = /(\d+)/.exec((await apply.textContent()) ?? '') ?? [];
  await apply.click();
  const undo = stepButton(page, new RegExp(`Undo “Fix ${applied} finding`));
  await undo.click();
  expect((await savedDesign(page)).system).toEqual(before);
});
