import { expect } from '@playwright/test';
import { dragFromTo, middleOf } from '../support/actions';
import { onCanvas, openThreeInARow, savedDesign, statusBar, stepButton, test } from '../support/window';

test('cards are aligned by guides and in a row, pull the view along, and stay where they are locked', async ({
  page,
}) => {
  await test.step('a dragged card is taken to the line of another, which is drawn; Ctrl leaves it where the pointer is', async () => {
    await openThreeInARow(page);
    const before = (await savedDesign(page)).layout?.nodes ?? {};
    const start = await middleOf(onCanvas(page, 'sql-database'));
    const goal = await middleOf(onCanvas(page, 'service'));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, start.y + 150, { steps: 4 });
    await page.mouse.move(goal.x + 4, start.y + 150, { steps: 4 });
    await expect(page.locator('[data-guides]')).toHaveCount(1);
    await page.mouse.up();
    await expect(page.locator('[data-guides]')).toHaveCount(0);
    const moved = (await savedDesign(page)).layout?.nodes ?? {};
    expect(moved['sql-database']?.x).toBe(before['service']?.x);

    const there = await middleOf(onCanvas(page, 'sql-database'));
    await page.mouse.move(there.x, there.y);
    await page.mouse.down();
    await page.mouse.move(there.x + 30, there.y, { steps: 3 });
    await page.keyboard.down('Control');
    await page.mouse.move(there.x + 4, there.y, { steps: 3 });
    await expect(page.locator('[data-guides]')).toHaveCount(0);
    await page.mouse.up();
    await page.keyboard.up('Control');
    const free = (await savedDesign(page)).layout?.nodes ?? {};
    expect(free['sql-database']?.x).not.toBe(before['service']?.x);
  });
  await test.step('Alt drags a copy while the card stays, a line around cards selects them, and they are aligned and tidied', async () => {
    await openThreeInARow(page);
    const before = await savedDesign(page);
    const start = await middleOf(onCanvas(page, 'sql-database'));
    await page.keyboard.down('Alt');
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x - 40, start.y + 170, { steps: 6 });
    await expect(page.locator('[data-copies]')).toHaveCount(1);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(onCanvas(page, 'sql-database-2')).toBeVisible();
    const copied = await savedDesign(page);
    expect(copied.layout?.nodes?.['sql-database']).toEqual(before.layout?.nodes?.['sql-database']);

    const [service, copy] = [onCanvas(page, 'service'), onCanvas(page, 'sql-database-2')];
    const [a, b] = [await service.boundingBox(), await copy.boundingBox()];
    if (a === null || b === null) throw new Error('The cards are not on the screen.');
    const corners = [
      { x: a.x - 12, y: a.y - 12 },
      { x: a.x + a.width + 12, y: a.y - 12 },
      { x: b.x + b.width + 12, y: b.y - 12 },
      { x: b.x + b.width + 12, y: b.y + b.height + 12 },
      { x: a.x - 12, y: b.y + b.height + 12 },
    ];
    await page.keyboard.down('Alt');
    await page.mouse.move(corners[0]?.x ?? 0, corners[0]?.y ?? 0);
    await page.mouse.down();
    for (const { x, y } of corners.slice(1)) await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(page.locator('[data-selected="true"][data-layer]')).toHaveCount(2);
    await page.keyboard.press('Alt+A');
    await expect(stepButton(page, 'Undo “Align 2 parts”')).toBeEnabled();
    const aligned = (await savedDesign(page)).layout?.nodes ?? {};
    expect(aligned['sql-database-2']?.x).toBe(aligned['service']?.x);
    await page.keyboard.press('Alt+Shift+T');
    await expect(stepButton(page, 'Undo “Tidy all”')).toBeEnabled();
  });
  await test.step('a card that is held at the edge of the canvas pulls the view along', async () => {
    await openThreeInARow(page);
    const before = (await savedDesign(page)).layout?.nodes?.['service'];
    const canvas = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
    const start = await middleOf(onCanvas(page, 'service'));
    if (canvas === null || before === undefined) throw new Error('There is no canvas.');
    const still = onCanvas(page, 'client');
    const client = await middleOf(still);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, canvas.y + 120, { steps: 4 });
    await page.mouse.move(start.x, canvas.y + 6, { steps: 4 });
    await expect.poll(async () => (await middleOf(still)).y).toBeGreaterThan(client.y + 100);
    await page.mouse.up();
    const after = (await savedDesign(page)).layout?.nodes?.['service'];
    // Farther than the pointer went on the screen.
    expect(before.y - (after?.y ?? 0)).toBeGreaterThan(start.y - canvas.y);
  });
  await test.step('so does a corner that is held there, and the part is as large as it was pulled', async () => {
    await openThreeInARow(page);
    await onCanvas(page, 'sql-database').click();
    await page.keyboard.press('ControlOrMeta+g');
    await page.keyboard.press('Enter');
    const group = page.locator('.react-flow__node-frame');
    const before = await group.boundingBox();
    const canvas = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
    if (canvas === null || before === null) throw new Error('There is no group.');
    const still = onCanvas(page, 'client');
    const client = await middleOf(still);
    const side = { x: before.x + before.width / 2, y: before.y + before.height };
    await page.mouse.move(side.x, side.y);
    await page.mouse.down();
    await page.mouse.move(side.x, canvas.y + canvas.height - 120, { steps: 4 });
    await page.mouse.move(side.x, canvas.y + canvas.height - 6, { steps: 4 });
    await expect.poll(async () => (await middleOf(still)).y).toBeLessThan(client.y - 100);
    await page.mouse.up();
    expect((await group.boundingBox())?.height ?? 0).toBeGreaterThan(
      canvas.y + canvas.height - before.y + 60,
    );
    await expect(stepButton(page, 'Undo “Resize group”')).toBeEnabled();
  });
  await test.step('what is locked is not moved and not deleted until it is unlocked', async () => {
    await openThreeInARow(page);
    const before = await savedDesign(page);
    const service = onCanvas(page, 'service');
    await service.click();
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(page.locator('[data-locked="service"]')).toBeVisible();
    const start = await middleOf(service);
    await dragFromTo(page, start, { x: start.x, y: start.y + 120 });
    await page.keyboard.press('Delete');
    const after = await savedDesign(page);
    expect(after.system).toEqual(before.system);
    expect(after.layout?.nodes).toEqual(before.layout?.nodes);
    await page.keyboard.press('ControlOrMeta+Alt+L');
    await page.keyboard.press('Delete');
    await expect(service).toHaveCount(0);
  });
});

test('a whole design is tidied freely in one step, with its groups', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Active[-–]active/ }).click();
  await expect(statusBar(page)).toContainText('p99');
  const before = await savedDesign(page);
  await page.keyboard.press('Alt+Shift+T');
  await expect(stepButton(page, 'Undo “Tidy all”')).toBeEnabled();
  const after = await savedDesign(page);
  expect(after.system).toEqual(before.system);
  expect(after.layout).not.toEqual(before.layout);
  await page.keyboard.press('ControlOrMeta+z');
  expect((await savedDesign(page)).layout).toEqual(before.layout);
});
