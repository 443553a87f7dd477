import { expect } from '@playwright/test';
import { dragFromTo } from '../support/actions';
import {
  inOutline,
  inspector,
  onCanvas,
  openEmptyCanvas,
  openTemplate,
  restingBox,
  stepButton,
  test,
} from '../support/window';

test('parts are found, steps are listed and a design is presented', async ({ page }) => {
  await test.step('parts are found by what they are called, one after the other, and Escape goes back', async () => {
    await openTemplate(page, 'tinyUrl');
    await inOutline(page, 'CDN').click();
    const place = await restingBox(onCanvas(page, 'cdn'));
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('searchbox', { name: 'Find on canvas' });
    await expect(field).toBeFocused();
    const bar = page.getByRole('search', { name: 'Find on canvas' });
    await field.fill('REDÍRECT api');
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d$/);
    await expect(onCanvas(page, 'redirect-api')).toBeVisible();
    await expect(page.locator('[data-found="true"]')).toHaveCount(1);
    await expect(onCanvas(page, 'cdn').locator('[data-dim="true"]')).toHaveCount(1);
    await bar.getByRole('button', { name: /^Edges/ }).click();
    const first = await bar.locator('p').textContent();
    await page.keyboard.press('Tab');
    await field.press('Enter');
    await expect(bar.getByRole('status')).toHaveText(/^2 of \d$/);
    expect(await bar.locator('p').textContent()).not.toBe(first);
    await field.press('Shift+Enter');
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d$/);
    await field.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(page.locator('[data-dim="true"]')).toHaveCount(0);
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('CDN');
    await expect.poll(async () => (await onCanvas(page, 'cdn').boundingBox())?.x).toBeCloseTo(place.x, 0);
  });
  await test.step('the history lists what was done and goes to any step, by keys alone', async () => {
    await openTemplate(page, 'tinyUrl');
    await inOutline(page, 'CDN').click();
    await page.getByLabel('Diagram').focus();
    for (const key of ['ArrowDown', 'ControlOrMeta+d', 'Delete']) {
      await page.keyboard.press(key);
      // Moves that follow each other at once are one step.
      await expect(stepButton(page, /^Undo/)).toBeEnabled();
    }
    await page.keyboard.press('ControlOrMeta+Alt+h');
    const steps = page.getByRole('listbox', { name: 'Steps' }).getByRole('option');
    await expect(steps).toHaveCount(4);
    await expect(steps.first()).toBeFocused();
    await expect(steps.first()).toContainText(/Delete 1 part.*Removed CDN/);
    await expect(steps.nth(2)).toContainText(/Move CDN.*Moved CDN/);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(steps.last()).toHaveAttribute('aria-selected', 'true');
    await expect(stepButton(page, /^Undo/)).toBeDisabled();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(stepButton(page, 'Undo “Move CDN”')).toBeEnabled();
    await expect(stepButton(page, 'Redo “Duplicate 1 part”')).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(steps).toHaveCount(0);
  });
  await test.step('a design is presented group by group, edits nothing, and comes back as it was', async () => {
    await openTemplate(page, 'tinyUrl');
    await page.keyboard.press('i');
    const column = inspector(page).getByRole('button', { name: /column/ });
    await column.click();
    const place = await restingBox(onCanvas(page, 'cdn'));
    await page.keyboard.press('ControlOrMeta+Alt+p');
    const stage = page.getByRole('dialog', { name: 'Presentation' });
    await expect(inspector(page)).toBeHidden();
    await expect(stage).toBeFocused();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(stage.getByRole('status')).toHaveText(/^1 of 2: TinyURL/);
    await page.keyboard.press('ArrowRight');
    await expect(stage.getByRole('status')).toHaveText('2 of 2: us-east-1 · three zones');
    await page.keyboard.press('s');
    await expect(stage.getByRole('complementary', { name: 'Speaker notes' })).toBeVisible();
    await page.keyboard.press('b');
    await expect(stage).toHaveAttribute('data-black', 'true');
    for (const key of ['b', 'ControlOrMeta+a', 'Delete', 'ControlOrMeta+v', '1', 'Enter'])
      await page.keyboard.press(key);
    await expect(stage.getByRole('status')).toHaveText(/^1 of 2: TinyURL/);
    await page.keyboard.press('Escape');
    await expect(stage).toHaveCount(0);
    await expect(stepButton(page, /^Undo/)).toBeDisabled();
    await expect.poll(async () => (await onCanvas(page, 'cdn').boundingBox())?.x).toBeCloseTo(place.x, 0);
    await column.click();
  });
  await test.step('frames are put in order in the inspector, and their notes are there while one speaks', async () => {
    await openEmptyCanvas(page);
    await page.keyboard.press('Escape');
    const canvas = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
    const at = (x: number, y: number) => ({ x: (canvas?.x ?? 0) + x, y: (canvas?.y ?? 0) + y });
    for (const [name, x] of [
      ['Reads', 60],
      ['Writes', 360],
    ] as const) {
      await page.keyboard.press('Shift+F');
      await dragFromTo(page, at(x, 60), at(x + 240, 240));
      await page.keyboard.type(name);
      await page.keyboard.press('Escape');
    }
    await inspector(page).getByRole('button', { name: 'Present Writes earlier' }).click();
    await inspector(page).getByRole('textbox', { name: 'Speaker notes' }).fill('Start with the queue.');
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await page.keyboard.press('ControlOrMeta+Alt+p');
    const stage = page.getByRole('dialog', { name: 'Presentation' });
    await expect(stage.getByRole('status')).toHaveText('1 of 2: Writes');
    await page.keyboard.press('s');
    await expect(stage.getByText('Start with the queue.')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(stage.getByRole('status')).toHaveText('2 of 2: Reads');
    await page.keyboard.press('Escape');
  });
  await test.step('the hand-drawn look is a switch: lines alone change, and plain again is as before', async () => {
    await openTemplate(page, 'tinyUrl');
    const line = page.locator('.react-flow__edge[data-id="cdn-lb"] path').nth(1);
    const plain = await line.getAttribute('d');
    const toggle = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Find a command or a part' }).fill('Hand-drawn');
      await page.keyboard.press('Enter');
    };
    await toggle();
    await expect(page.locator('[data-look="hand-drawn"]')).toHaveCount(1);
    await expect(line).not.toHaveAttribute('d', plain ?? '');
    await expect(onCanvas(page, 'cdn')).toContainText('CDN');
    await toggle();
    await expect(line).toHaveAttribute('d', plain ?? '');
  });
});
