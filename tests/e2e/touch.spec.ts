import { expect, type Page } from '@playwright/test';
import { middleOf } from '../support/actions';
import { type Fingers, fingersOf } from '../support/touches';
import { inspector, onCanvas, openTemplate, savedDesign, test } from '../support/window';

test.use({ hasTouch: true });

/** Longer than a press has to last. */
const heldMs = 650;

const zoomWords = (page: Page) => page.getByRole('button', { name: /^Zoom \d+ %, choose another/ });

async function drag(fingers: Fingers, from: { x: number; y: number }, to: { x: number; y: number }) {
  await fingers.at(from);
  for (const share of [0.25, 0.5, 0.75, 1])
    await fingers.at({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  await fingers.lift();
}

test('fingers select, pan, drag and open menus', async ({ page }) => {
  await test.step('fingers select, pan, pinch and drag on the canvas', async () => {
    await openTemplate(page, 'tinyUrl');
    const design = await savedDesign(page);
    const fingers = await fingersOf(page);
    const [first] = design.system.nodes ?? [];
    const card = onCanvas(page, first?.id ?? '');
    const before = await middleOf(card);
    const pane = await page.locator('.react-flow__pane').boundingBox();
    const empty = { x: (pane?.x ?? 0) + 60, y: (pane?.y ?? 0) + 60 };

    await drag(fingers, empty, { x: empty.x + 80, y: empty.y + 40 });
    await expect.poll(async () => Math.round((await middleOf(card)).x - before.x)).toBeGreaterThan(50);

    const zoom = await zoomWords(page).textContent();
    await fingers.at({ x: empty.x + 100, y: empty.y + 300 }, { x: empty.x + 160, y: empty.y + 300 });
    for (const by of [20, 40, 60])
      await fingers.at(
        { x: empty.x + 100 - by, y: empty.y + 300 },
        { x: empty.x + 160 + by, y: empty.y + 300 },
      );
    await fingers.lift();
    await expect(zoomWords(page)).not.toHaveText(zoom ?? '');
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

    await page.keyboard.press('Shift+1');
    await page.waitForTimeout(250);
    await page.touchscreen.tap((await middleOf(card)).x, (await middleOf(card)).y - 20);
    await expect(inspector(page)).toBeVisible();
  });
  await test.step('a finger drags a kind from the palette to the canvas, and a pinch over the palette zooms nothing', async () => {
    await openTemplate(page, 'tinyUrl');
    const fingers = await fingersOf(page);
    const kind = page
      .getByRole('region', { name: 'Client' })
      .getByRole('button', { name: 'Mobile app', exact: true });
    const pane = await page.locator('.react-flow__pane').boundingBox();
    await drag(fingers, await middleOf(kind), { x: (pane?.x ?? 0) + 90, y: (pane?.y ?? 0) + 120 });
    await expect(page.getByRole('treeitem', { name: /^Mobile app/ })).toHaveCount(1);

    const { x, y } = await middleOf(kind);
    await fingers.at({ x: x - 20, y }, { x: x + 20, y });
    for (const by of [20, 40]) await fingers.at({ x: x - 20 - by, y }, { x: x + 20 + by, y });
    await fingers.lift();
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await expect(page.getByRole('treeitem', { name: /^Mobile app/ })).toHaveCount(1);
  });
  await test.step('a long press opens the menu of what is under it, and draws a box where nothing is', async () => {
    await openTemplate(page, 'tinyUrl');
    const design = await savedDesign(page);
    const fingers = await fingersOf(page);
    const [first] = design.system.nodes ?? [];
    await fingers.at(await middleOf(onCanvas(page, first?.id ?? '')));
    await page.waitForTimeout(heldMs);
    await expect(page.getByRole('menuitem', { name: /Connect to/ })).toBeVisible();
    await fingers.lift();
    await expect(page.getByRole('menuitem', { name: /Connect to/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    const pane = await page.locator('.react-flow__pane').boundingBox();
    const empty = { x: (pane?.x ?? 0) + 40, y: (pane?.y ?? 0) + 40 };
    await fingers.at(empty);
    await page.waitForTimeout(heldMs);
    for (const by of [100, 300, 560]) await fingers.at({ x: empty.x + by, y: empty.y + by });
    await fingers.lift();
    await expect(inspector(page)).toContainText(/\d+ parts|\d+ components|\d+ selected/);

    await page.keyboard.press('Escape');
    await fingers.at(empty);
    await page.waitForTimeout(heldMs);
    await fingers.lift();
    await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeVisible();
  });
});
