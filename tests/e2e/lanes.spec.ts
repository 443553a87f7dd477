import { expect, type Page } from '@playwright/test';
import { onCanvas, openTemplate, test } from '../support/window';

const boxOf = async (page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await onCanvas(page, id).boundingBox();
  if (box === null) throw new Error(`${id} is not on the screen.`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
};

const lanes = (page: Page) => page.getByRole('region', { name: 'Lanes' });

test('lanes show the rollup over a column per layer, hold what is added, and leave the design as it was or keep it in one step', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('Shift+1');
  const own = await boxOf(page, 'links');

  await page.getByRole('button', { name: 'Lanes' }).click();
  await expect(lanes(page).getByRole('button')).toHaveCount(7);
  const service = lanes(page).getByRole('button', { name: /^Service lane/ });
  await expect(service).toContainText('39 %');
  await expect(service).toHaveAccessibleName(/offered.*capacity.*p99/);
  await expect(lanes(page).getByRole('img', { name: /^Client to Edge 11\.8k rps/ })).toBeVisible();
  const head = await service.boundingBox();
  const api = await onCanvas(page, 'redirect-api').boundingBox();
  if (head === null || api === null) throw new Error('A lane or its card is not on the screen.');
  expect(api.x).toBeGreaterThan(head.x);
  expect(api.x + api.width).toBeLessThan(head.x + head.width);

  // Heads stay at the top while the canvas is moved below them.
  await page.mouse.move(head.x + 40, 700);
  await page.mouse.wheel(0, -40);
  await expect
    .poll(() => boxOf(page, 'redirect-api'))
    .not.toEqual({ x: Math.round(api.x), y: Math.round(api.y) });
  expect((await service.boundingBox())?.y).toBe(head.y);

  // A card is not moved by hand, and says so.
  const before = await boxOf(page, 'redirect-api');
  await page.mouse.move(before.x + 26, before.y + 20);
  await page.mouse.down();
  await page.mouse.move(before.x + 140, before.y + 112, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/Lanes place everything by themselves/)).toBeVisible();
  expect(await boxOf(page, 'redirect-api')).toEqual(before);

  await page.getByRole('button', { name: 'Leave lanes' }).click();
  await expect(lanes(page)).toBeHidden();
  await expect.poll(() => boxOf(page, 'links')).toEqual(own);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();

  // Back into lanes and out again, by places.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(lanes(page)).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(lanes(page)).toBeHidden();
  await expect.poll(() => boxOf(page, 'links')).toEqual(own);

  await page.keyboard.press('Shift+L');
  const placed = await boxOf(page, 'links');
  await page.getByRole('button', { name: 'Keep arrangement' }).click();
  await expect(lanes(page)).toBeHidden();
  await expect.poll(() => boxOf(page, 'links')).toEqual(placed);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => boxOf(page, 'links')).not.toEqual(placed);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});
