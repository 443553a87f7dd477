import { expect } from '@playwright/test';
import {
  inOutline,
  inspector,
  onCanvas,
  openEmptyCanvas,
  openTemplate,
  openThreeInARow,
  stepButton,
  test,
} from '../support/window';

test('figures are hidden, the context menu offers what fits, and the help sheet names every shortcut', async ({
  page,
}) => {
  await test.step('F hides the figures and shows them again', async () => {
    await openThreeInARow(page);
    // What is said to a screen reader keeps its figures.
    const shown = { useInnerText: true };
    await expect(onCanvas(page, 'service')).toContainText('rps', shown);
    await page.keyboard.press('f');
    await expect(onCanvas(page, 'service')).not.toContainText('rps', shown);
    await expect(onCanvas(page, 'service')).toContainText('Service');
    await page.keyboard.press('f');
    await expect(onCanvas(page, 'service')).toContainText('rps', shown);
  });
  await test.step('the context menu offers what fits the place', async () => {
    await openThreeInARow(page);
    await onCanvas(page, 'service').click({ button: 'right', position: { x: 60, y: 12 } });
    const menu = page.getByRole('menu', { name: 'Actions' });
    await expect(menu.getByRole('menuitem', { name: /^Duplicate/ })).toBeVisible();
    await menu.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(inOutline(page, 'Service')).toHaveCount(0);
    await expect(menu).toHaveCount(0);
  });
  await test.step('the help sheet names every command that has a shortcut', async () => {
    await openThreeInARow(page);
    await inOutline(page, 'Service').click();
    await page.keyboard.press('ControlOrMeta+k');
    const options = page.getByRole('dialog').getByRole('option');
    const withKeys = await options.evaluateAll((all) =>
      all.flatMap((option) => {
        const [title, , keys] = [...option.querySelectorAll('span, kbd')].map(
          (part) => part.textContent ?? '',
        );
        return title === undefined || keys === undefined || keys === '' ? [] : [{ title, keys }];
      }),
    );
    expect(withKeys.length).toBeGreaterThan(25);
    await page.keyboard.press('Escape');

    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Shortcuts and help' });
    const lines = await sheet.locator('dl > div').allInnerTexts();
    const said = lines.map((line) => line.replace(/\s+/g, ' '));
    expect(
      withKeys.filter(
        ({ title, keys }) => !said.some((line) => line.startsWith(title) && line.includes(keys)),
      ),
    ).toEqual([]);
    expect(said.some((line) => line.startsWith('Move the selection'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  });
});

test('the command palette takes what is typed while it loads, finds a command and runs it, and finds a part and shows it', async ({
  page,
}) => {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/CommandPalette-[^/]*\.js/, (route) => gate.then(() => route.continue()));
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Find a command or a part' });
  // Each letter alone would run something on the canvas.
  await page.keyboard.type('arranget');
  await page.keyboard.press('Backspace');
  letGo();
  await expect(field).toHaveValue('arrange');
  await expect(page.getByRole('option').first()).toContainText('Arrange by layers');
  await field.press('Enter');
  await expect(stepButton(page, 'Undo “Arrange by layers”')).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('hot links');
  await field.press('Enter');
  await expect(inOutline(page, 'Hot links')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Hot links');
});

test('the help sheet leads to what the program is and to the reference', async ({ page }) => {
  await test.step('the help sheet leads to what the program is, and to the licences of what is in it', async () => {
    await page.goto('/');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: 'About Loadline' }).click();
    const about = page.getByRole('dialog', { name: 'About Loadline' });
    await about.getByRole('searchbox', { name: 'Search licences' }).fill('xyflow mit');
    await expect(about.getByRole('listitem')).toHaveCount(2);
    await about.getByText('@xyflow/react').click();
    await expect(about.getByText(/Copyright .* webkid/).first()).toBeVisible();
  });
  await test.step('the help sheet leads to the reference, which finds kinds and rules', async () => {
    await page.goto('/');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: 'Reference' }).click();
    const reference = page.getByRole('dialog', { name: 'Reference' });
    const field = reference.getByRole('searchbox', { name: 'Search the reference' });
    await field.fill('rabbitmq');
    await reference.getByText('Queue', { exact: true }).click();
    await expect(reference.getByText(/^Technologies: RabbitMQ, SQS/)).toBeVisible();
    await field.fill('cap-01');
    await reference.getByRole('tab', { name: 'Design rules' }).click();
    await reference.getByText('CAP-01 saturated').click();
    await expect(reference.getByText(/It has a quick fix\.$/)).toBeVisible();
  });
  await test.step('a figure leads to its term in the reference, which is open there', async () => {
    await openTemplate(page, 'tinyUrl');
    await inOutline(page, 'Redirect API').click();
    await inspector(page).getByRole('tab', { name: 'Numbers' }).click();
    await inspector(page).locator('[data-figure="redirect-api.p99Ms"]').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open in the reference' }).click();
    const reference = page.getByRole('dialog', { name: 'Reference' });
    await expect(reference.getByText('p99 is the latency that 99 of 100 requests stay under.')).toBeVisible();
    await expect(reference.locator('summary').filter({ hasText: 'Percentiles' })).toBeFocused();
  });
  await test.step('the menu leads to dialogs, and the keyboard comes back to it when they close', async () => {
    await page.goto('/#/new/tinyurl');
    await page.reload();
    const menu = page.getByRole('button', { name: 'Menu', exact: true });
    await menu.click();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menu', { name: 'File' })).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('menuitem', { name: 'Versions…' }).click();
    await expect(page.getByRole('dialog', { name: 'Versions' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });
});

test('the theme is switched in the bar and kept', async ({ page }) => {
  await openEmptyCanvas(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Switch to light' }).click();
  expect(await ground()).toBe(light);
});
