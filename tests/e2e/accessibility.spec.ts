import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { inOutline, inspector, openEmptyCanvas, openTemplate, statusBar, test } from '../support/window';

// axe looks at everything many times; on a busy machine that takes a while.
test.setTimeout(150_000);

/** Runs a command by its name in the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

test('axe finds nothing on the first page and in an empty design', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Empty canvas/ }).waitFor();
  await expectAccessible(page, 'the first page');
  await openEmptyCanvas(page);
  await expectAccessible(page, 'an empty design');
});

test('axe finds nothing in the costs and the estimates, and each figure is reached and explained by keyboard', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await command(page, 'Cost');
  const costs = page.getByRole('region', { name: 'Cost', exact: true });
  await expect(costs.getByRole('row', { name: /^Whole design/ })).toBeVisible();
  await costs.getByRole('row', { name: /^CDN/ }).getByRole('button').last().focus();
  await page.keyboard.press('Enter');
  const explained = page.getByRole('region', { name: 'How it came about' });
  await expect(explained).toContainText('Cost of CDN');
  await expect(explained).toContainText('answers to clients in a month');
  await expectAccessible(page, 'the costs');
  await command(page, 'Design: workload');
  await inspector(page).getByRole('tab', { name: 'Numbers' }).click();
  await inspector(page)
    .getByRole('button', { name: /^Reads per write/ })
    .press('Enter');
  await expect(inspector(page)).toContainText('reads ÷ writes, on average');
  await expectAccessible(page, 'the estimates', 'aside');
});

test('axe finds nothing whatever is selected', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  await expectAccessible(page, 'nothing selected');
  await inOutline(page, 'Redirect API').click();
  await expectAccessible(page, 'one selected');
  for (const tab of ['Targets', 'Numbers', 'Findings']) {
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: tab }).click();
    await expectAccessible(page, `one selected: ${tab}`, 'aside');
  }
  await page.locator('.react-flow__edge').first().focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'an edge selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expectAccessible(page, 'all selected', 'aside');
  await inOutline(page, /^us-east-1/).click();
  await expectAccessible(page, 'a group selected', 'aside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expectAccessible(page, 'the design inspected', 'aside');
});

test('axe finds nothing in the tabs of the drawer and in dialogs', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  for (const key of ['p', 'l', 'o']) {
    await page.keyboard.press(key);
    await page.getByRole('separator', { name: 'Height of the details' }).waitFor();
    await expectAccessible(page, `the drawer by ${key}`, '[data-drawer]');
  }
  await page.keyboard.press('o');
  await page.keyboard.press('/');
  await expectAccessible(page, 'the add box', '[data-canvas]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'the command palette', 'dialog');
  await page.keyboard.press('Escape');
  await command(page, 'Follow a request');
  const path = page.getByRole('complementary', { name: /^A request of/ });
  await expect(path.getByRole('button', { name: 'Play' })).toBeEnabled();
  await expectAccessible(page, 'a request followed', 'aside');
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Palette' })
    .getByRole('button', { name: /^Templates/ })
    .click();
  await page.getByRole('dialog', { name: 'Templates' }).getByRole('listitem').first().waitFor();
  await expectAccessible(page, 'the templates', 'dialog');
  await page.keyboard.press('Escape');
  for (const title of [
    'Make a problem of this design',
    'Shortcuts and help',
    'Change shortcuts',
    'Reference',
    'Export',
    'About Loadline',
  ]) {
    await command(page, title);
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, title, 'dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await statusBar(page).waitFor();
});
