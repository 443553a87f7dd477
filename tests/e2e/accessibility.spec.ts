import { expect, type Page } from '@playwright/test';
import type { DialogName, DrawerTab } from '../../renderer/store/editor/view-names';
import { expectAccessible } from '../support/accessibility';
import { inOutline, inspector, openEmptyCanvas, openTemplate, statusBar, test } from '../support/window';

// axe looks at everything many times; on a busy machine that takes a while.
test.setTimeout(150_000);

/** Runs a command by its name in the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
  // What it opens may be a dialog as well.
  await expect(page.getByRole('combobox', { name: /^Find a command/ })).toBeHidden();
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
  await expectAccessible(page, 'the costs', '[data-drawer]');
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
  await expectAccessible(page, 'one selected', 'aside');
  for (const tab of ['Targets', 'Numbers', 'Findings']) {
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: tab }).click();
    await expectAccessible(page, `one selected: ${tab}`, 'aside');
  }
  await page.locator('.react-flow__edge').first().focus();
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'an edge selected', 'aside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expectAccessible(page, 'all selected', 'aside');
  await inOutline(page, /^us-east-1/).click();
  await expectAccessible(page, 'a group selected', 'aside');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expectAccessible(page, 'the design inspected', 'aside');
});

/** The command that opens each dialog while a component is selected; null for what the journey opens otherwise. */
const dialogs: Readonly<Record<DialogName, string | null>> = {
  // Ctrl+K, with which the others are opened.
  commands: null,
  help: 'Shortcuts and help',
  reference: 'Reference',
  export: 'Export…',
  about: 'About Loadline',
  templates: 'Templates…',
  trash: 'Trash',
  // It needs a sketch: tests/e2e/sketch-to-components.spec.ts looks at it.
  convert: null,
  size: 'Size it…',
  compare: 'Compare with…',
  'try-kind': 'Try another kind or technology…',
  shortcuts: 'Change shortcuts…',
  // Its list needs findings: it is opened in a design that has some.
  'fix-all': null,
  'make-problem': 'Make a problem of this design…',
  versions: 'Versions…',
};

const drawerTabs: Readonly<Record<DrawerTab, string>> = {
  problems: 'Problems',
  targets: 'Targets',
  layers: 'Layers',
  flows: 'Flows',
  load: 'Load',
  cost: 'Cost',
  'what-if': 'What if',
};

test('axe finds nothing in any tab of the drawer, in an explanation and in what stands over the canvas', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('/');
  await expectAccessible(page, 'the add box', '[data-canvas]');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Details/ }).click();
  for (const name of Object.values(drawerTabs)) {
    // The name of a tab ends with the number of what is in it.
    const named = new RegExp(`^${name}`);
    await page.getByRole('tab', { name: named }).click();
    await expect(page.getByRole('tabpanel', { name: named })).toBeVisible();
    await expectAccessible(page, `the drawer at ${name}`, '[data-drawer]');
  }
  await statusBar(page).locator('[data-figure$=".p99Ms"]').click();
  await page.getByRole('dialog', { name: /^How it came about/ }).waitFor();
  await expectAccessible(page, 'an explanation', '[popover][role="dialog"]');
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'the status bar', 'footer');
  await command(page, 'Follow a request');
  const path = page.getByRole('complementary', { name: /^A request of/ });
  await expect(path.getByRole('button', { name: 'Play' })).toBeEnabled();
  await expectAccessible(page, 'a request followed', 'aside');
  await page.keyboard.press('Escape');
  await command(page, 'Document');
  await page.locator('main').waitFor();
  await expectAccessible(page, 'the document', 'main');
});

test('axe finds nothing in any dialog', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  await inOutline(page, 'Redirect API').click();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'the command palette', 'dialog');
  await page.keyboard.press('Escape');
  for (const title of Object.values(dialogs)) {
    if (title === null) continue;
    await command(page, title);
    // What it shows is loaded when it opens, and worked out then.
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByText('Loading…').waitFor({ state: 'detached' });
    await expectAccessible(page, title, 'dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  await openTemplate(page, 'withoutCache');
  await command(page, 'Fix all safe findings…');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page, 'all safe fixes', 'dialog');
});
