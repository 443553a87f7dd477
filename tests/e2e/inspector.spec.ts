import { expect } from '@playwright/test';
import {
  inOutline,
  inspector,
  onCanvas,
  openTemplate,
  openThreeInARow,
  savedDesign,
  test,
} from '../support/window';

test('names, calls, numbers and defaults are edited', async ({ page }) => {
  await test.step('a name is written anew on the card, in the inspector and in the bar', async () => {
    await openThreeInARow(page);
    await onCanvas(page, 'service').getByText('Service', { exact: true }).first().dblclick();
    await page.keyboard.type('Orders');
    await page.keyboard.press('Enter');
    await expect(inOutline(page, 'Orders')).toBeVisible();
    await inOutline(page, 'SQL database').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Ledger');
    await page.keyboard.press('Enter');
    await expect(inOutline(page, 'Ledger')).toBeVisible();
    await page.getByRole('banner').getByRole('button', { name: 'Untitled design' }).click();
    await page.keyboard.type('Shop');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^Shop/);
    const design = await savedDesign(page);
    expect(design.name).toBe('Shop');
    expect(design.system.nodes?.map((node) => node.name)).toEqual([undefined, 'Orders', 'Ledger']);
  });
  await test.step('what is changed on a call changes the figures', async () => {
    await openThreeInARow(page);
    await expect(inOutline(page, 'SQL database')).toHaveAccessibleName(/1k\srps/);
    await inOutline(page, 'Service').click();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: /^calls SQL database/ }).click();
    const calls = inspector(page).getByRole('textbox', { name: 'Calls per request' });
    await calls.fill('2');
    await calls.press('Enter');
    await expect(inOutline(page, 'SQL database')).toHaveAccessibleName(/2k\srps/);
    await inspector(page).getByRole('combobox', { name: 'Mode' }).selectOption('async');
    await expect(page.getByRole('treeitem', { name: /^calls SQL database/ })).toHaveAccessibleName(
      /asynchronous/,
    );
    expect((await savedDesign(page)).system.edges?.at(-1)).toMatchObject({ calls: 2, mode: 'async' });
  });
  await test.step('number fields take short forms, and say why where they cannot read one', async () => {
    await openThreeInARow(page);
    await inOutline(page, 'Requests').click();
    const rate = inspector(page).getByRole('textbox', { name: 'At peak' });
    const write = async (text: string): Promise<void> => {
      await rate.fill(text);
      await rate.press('Enter');
    };
    const rateRps = async () => (await savedDesign(page)).system.flows?.[0]?.rate.rps;
    await write('2k');
    await expect(inOutline(page, 'Requests')).toHaveAccessibleName(/2k\srps/);
    expect(await rateRps()).toBe(2000);
    await write('100M/month ×3');
    // 10⁸ · 3 / (365.25 ÷ 12 · 86 400 s)
    await expect(inOutline(page, 'Requests')).toHaveAccessibleName(/114\srps/);
    expect(await rateRps()).toBeCloseTo(114.08, 2);
    await rate.fill('1,234');
    await expect(inspector(page).getByRole('status')).toHaveText('= 1\u202f234 rps');
    await rate.fill('0,125');
    await expect(inspector(page).getByRole('status')).toHaveCount(0);
    await rate.press('Enter');
    await expect(inOutline(page, 'Requests')).toHaveAccessibleName(/0\.13\srps/);
    expect(await rateRps()).toBe(0.125);
    await write('plenty');
    await expect(inspector(page).getByRole('alert')).toContainText('Not a number');
    await expect(rate).toHaveAttribute('aria-invalid', 'true');
    expect(await rateRps()).toBe(0.125);
    await rate.press('Escape');
    await expect(inspector(page).getByRole('alert')).toHaveCount(0);
  });
  await test.step('a default says where it comes from, and comes back by its reset', async () => {
    await openThreeInARow(page);
    await inOutline(page, 'Service').click();
    const servers = inspector(page).getByRole('textbox', { name: 'Servers' });
    await expect(servers).toHaveAttribute('placeholder', '2');
    await expect(servers).toHaveAccessibleDescription(/Assumption|range/);
    await servers.fill('7');
    await servers.press('Enter');
    expect((await savedDesign(page)).system.nodes?.[1]?.config).toEqual({ replicas: 7 });
    await inspector(page).getByRole('button', { name: 'Reset Servers to its default' }).click();
    await expect(servers).toHaveValue('');
    expect((await savedDesign(page)).system.nodes?.[1]?.config ?? {}).toEqual({});
  });
  await test.step('the kind of a component is changed from its inspector or its menu, and what goes is said before', async () => {
    await openThreeInARow(page);
    await inOutline(page, 'Service').click();
    const servers = inspector(page).getByRole('textbox', { name: 'Servers' });
    await servers.fill('7');
    await servers.press('Enter');
    await inspector(page).getByRole('button', { name: 'Service', exact: true }).click();
    const field = page.getByRole('combobox', { name: 'Change Service to' });
    await expect(field).toBeFocused();
    await field.fill('object');
    await expect(page.getByRole('list', { name: 'What it changes' })).toHaveText(
      'Kept but not used: Servers',
    );
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('button', { name: 'Object store' })).toBeVisible();
    expect((await savedDesign(page)).system.nodes?.[1]).toMatchObject({ kind: 'object-store' });

    await onCanvas(page, 'service').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Change kind/ }).click();
    await page.keyboard.type('redis');
    await page.keyboard.press('Enter');
    await expect(inspector(page).getByRole('button', { name: 'Cache', exact: true })).toBeVisible();
  });
});

test('the inspector opens without moving what is beside it', async ({ page }) => {
  await test.step('Tab goes from part to part and brings those out of view into it', async () => {
    await openTemplate(page, 'tinyUrl');
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.keyboard.press('Shift+Digit0');
    await page.locator('.react-flow__node').first().focus();
    const reached = new Set<string>();
    for (let presses = 0; presses < 45; presses += 1) {
      const id = await page.evaluate(() =>
        document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id'),
      );
      if (typeof id === 'string') reached.add(id);
      await page.keyboard.press('Tab');
      await page.waitForTimeout(30);
    }
    expect(reached.size).toBeGreaterThanOrEqual(13);
  });
  await test.step('the bar that finds stands clear of an open inspector', async () => {
    await openThreeInARow(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await inOutline(page, 'Service').click();
    await expect(inspector(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('service');
    const close = page.getByRole('search').getByRole('button').last();
    const [end, start] = [await close.boundingBox(), await inspector(page).boundingBox()];
    expect((end?.x ?? 0) + (end?.width ?? 0)).toBeLessThanOrEqual(start?.x ?? 0);
  });
  await test.step('opening the inspector moves neither the canvas nor what floats on it, and a column stays when nothing is selected', async () => {
    await openTemplate(page, 'tinyUrl');
    const boxes = () =>
      Promise.all(
        ['.react-flow', '[role=toolbar][aria-label=Tools]', '[aria-label^="Minimap"]'].map((at) =>
          page.locator(at).boundingBox(),
        ),
      );
    const before = await boxes();
    await page.keyboard.press('i');
    await expect(inspector(page)).toBeVisible();
    expect(await boxes()).toEqual(before);

    await inspector(page).getByRole('button', { name: 'Inspector as a column' }).click();
    const inColumn = await boxes();
    await inOutline(page, 'Redirect API').click();
    await page.keyboard.press('Escape');
    await expect(inspector(page)).toContainText('The whole design');
    expect(await boxes()).toEqual(inColumn);
  });
});
