import { expect, type Page } from '@playwright/test';
import { squareSceneOf } from '../bench/square-scene';
import { dragFromTo, middleOf } from '../support/actions';
import { onCanvas, test } from '../support/window';

/** Far from what is in view at the middle. */
const farAway = 'client-0';

/** Where parts are in what is stored. */
const storedX = (page: Page, ids: readonly string[]): Promise<readonly number[]> =>
  page.evaluate(
    (wanted) =>
      new Promise<readonly number[]>((resolve, reject) => {
        const opening = indexedDB.open('loadline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('bodies').objectStore('bodies').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            const nodes = reading.result[0]?.design.layout.nodes;
            resolve(wanted.map((id) => nodes?.[id].x));
          };
        };
      }),
    ids,
  );

async function openLarge(page: Page): Promise<void> {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /open file/i })
    .first()
    .click();
  await (await choosing).setFiles({
    name: 'large.loadline.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(squareSceneOf(1_000))),
  });
  await expect(page.locator('.react-flow canvas').first()).toBeVisible();
}

test('of a thousand cards those in view are elements, and all that is selected moves', async ({ page }) => {
  await openLarge(page);
  await expect(page.locator('.react-flow__node')).toHaveCount(0);
  await page.keyboard.press('Shift+Digit0');
  const cards = page.locator('.react-flow__node');
  await expect(cards.first()).toBeVisible();
  await expect(onCanvas(page, farAway)).toHaveCount(0);
  expect(await cards.count()).toBeLessThan(80);

  const ids = await cards.evaluateAll((all) =>
    all.flatMap((card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const isClear = left > 420 && top > 140 && right < innerWidth - 420 && bottom < innerHeight - 180;
      return isClear ? [card.getAttribute('data-id') ?? ''] : [];
    }),
  );
  const [lead = '', other = ''] = ids;
  const parts = [lead, other, farAway];
  const before = await storedX(page, parts);

  await page.keyboard.press('ControlOrMeta+a');
  const from = await middleOf(onCanvas(page, lead));
  await dragFromTo(page, from, { x: from.x + 100, y: from.y });
  await expect.poll(async () => (await storedX(page, parts))[0]).not.toBe(before[0]);
  const shifted = await storedX(page, parts);
  const [shift = 0, ...others] = shifted.map((x, at) => x - (before[at] ?? 0));
  expect(shift).toBeGreaterThan(0);
  expect(others).toEqual([shift, shift]);

  // What is clicked is selected alone, also before those out of view.
  await onCanvas(page, other).click({ modifiers: ['Shift'] });
  await onCanvas(page, other).click();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await storedX(page, parts)).map((x, at) => Math.sign(x - (shifted[at] ?? 0))))
    .toEqual([0, 1, 0]);
});
