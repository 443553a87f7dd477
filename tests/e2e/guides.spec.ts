import { expect, type Page } from '@playwright/test';
import { clippedElements, poorControls, smallTexts } from '../support/looks';
import { inOutline, inspector, openTemplate, openThreeInARow, test } from '../support/window';

const card = (page: Page, kind = 'SQL database') =>
  page.getByRole('region', { name: `About ${kind}`, exact: true });

const row = (page: Page) => page.getByRole('button', { name: 'SQL database', exact: true });

const about = (page: Page, kind: string) => page.getByRole('button', { name: `About ${kind}`, exact: true });

const parts = ['When to choose it', 'When not to', 'What it costs', 'What fails first'] as const;

test('a component tells when to choose it', async ({ page }) => {
  await test.step('a component of the palette tells when to choose it, by pointer', async () => {
    await openTemplate(page, 'tinyUrl');
    await row(page).hover();
    await about(page, 'SQL database').click();
    for (const part of parts) await expect(card(page).getByText(part, { exact: true })).toBeVisible();
    await expect(card(page)).toContainText('Connections first');
    await expect(about(page, 'SQL database')).toHaveAttribute('aria-expanded', 'true');

    await about(page, 'Read replica').click();
    await expect(card(page, 'Read replica')).toBeVisible();
    await expect(card(page)).toHaveCount(0);
    await about(page, 'Read replica').click();
    await expect(card(page, 'Read replica')).toHaveCount(0);

    await about(page, 'SQL database').click();
    await expect(card(page)).toBeVisible();
    await page.mouse.click(900, 650);
    await expect(card(page)).toHaveCount(0);
  });
  await test.step('a component of the palette tells when to choose it, by keyboard', async () => {
    await openTemplate(page, 'tinyUrl');
    const outline = page.getByRole('treeitem', { selected: true });
    await inOutline(page, 'Redirect API').click();
    await page.getByRole('navigation', { name: 'Palette' }).getByRole('searchbox').fill('sql');
    await page.keyboard.press('ArrowDown');
    await expect(row(page)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(card(page)).toBeVisible();
    await expect(about(page, 'SQL database').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    // Escape was for the card alone.
    await expect(outline).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(card(page)).toHaveCount(0);
    await expect(row(page)).toBeFocused();
  });
  await test.step('a selected component tells in the inspector what is to be known about its kind', async () => {
    await openThreeInARow(page);
    await inOutline(page, 'SQL database').click();
    const section = inspector(page).getByRole('button', { name: 'About this component' });
    await expect(section).toHaveAttribute('aria-expanded', 'false');
    await expect(inspector(page).getByText('When to choose it')).toHaveCount(0);
    await section.press('Enter');
    await expect(section).toHaveAttribute('aria-expanded', 'true');
    for (const part of parts) await expect(inspector(page).getByText(part, { exact: true })).toBeVisible();
  });
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const) {
  test(`at ${size.width} × ${size.height}, a guide stands whole in the window, beside the highest row and the lowest`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await openTemplate(page, 'tinyUrl');
    for (const kind of ['Client', 'Secret manager', 'Custom']) {
      const button = about(page, kind);
      await button.scrollIntoViewIfNeeded();
      await button.click();
      const shown = card(page, kind);
      await expect(shown.getByText('What fails first')).toBeInViewport();
      const box = await shown.boundingBox();
      if (box === null) throw new Error('It is not on the screen.');
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(size.height);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(await smallTexts(page, 11)).toEqual([]);
      expect(await poorControls(page)).toEqual([]);
      expect(await clippedElements(page, '[popover]:popover-open')).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}
