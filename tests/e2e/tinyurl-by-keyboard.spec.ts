import { expect } from '@playwright/test';
import { tabTo } from '../support/actions';
import { expectTinyUrl, pictureOnClipboard } from '../support/tinyurl';
import { addField, inOutline, inspector, onCanvas, savedDesign, statusBar, test } from '../support/window';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('TinyURL is drawn, fixed and copied by keyboard alone', async ({ page }) => {
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'wheel'])
      window.addEventListener(kind, () => console.error(`${kind}: the pointer was used`), { capture: true });
  });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  const choose = async (name: string): Promise<void> => {
    await press('ControlOrMeta+k');
    await type(name);
    await press('Enter');
  };
  await page.goto('/');
  const empty = page.getByRole('button', { name: /^Empty canvas/ });
  await expect(empty).toBeVisible();
  await tabTo(page, empty);
  await press('Enter');
  await expect(addField(page)).toBeFocused();
  for (const kind of ['client', 'cdn', 'lb', 'service']) {
    await type(kind);
    await press('Enter');
  }
  await press('Escape');

  await expect(inOutline(page, 'Service')).toBeVisible();
  await tabTo(page, page.locator('[role=treeitem][tabindex="0"]'), 'Shift+Tab');
  await press('Home', 'ArrowDown');
  await expect(inOutline(page, 'Requests')).toBeFocused();
  await press('Enter');
  await tabTo(page, inspector(page).getByRole('textbox', { name: 'Name' }));
  await press('ControlOrMeta+a');
  await type('Redirect');
  await tabTo(page, inspector(page).getByRole('textbox', { name: 'At peak' }));
  await type('1B/day ×6');
  await press('Enter');
  await tabTo(page, onCanvas(page, 'client').getByRole('button', { name: '+ flow' }), 'Shift+Tab');
  await press('Enter');
  await type('Shorten');
  await press('Enter');
  await expect(inOutline(page, 'Shorten')).toBeVisible();

  await choose('Load balancer');
  await press('/');
  await type('service');
  await press('Enter', 'Escape');
  const chips = page.getByRole('group', { name: 'What does this edge carry?' });
  await expect(chips.getByRole('button', { name: /split/ })).toBeFocused();
  await press('ArrowRight', 'ArrowRight');
  await expect(chips.getByRole('button', { name: 'Shorten' })).toBeFocused();
  await press('Enter');

  await choose('Service');
  await press('/');
  for (const kind of ['key', 'cache', 'stream']) {
    await type(kind);
    await press('Enter');
  }
  await press('Escape');
  const consumer = onCanvas(page, 'stream').getByRole('button', { name: /consumer/ });
  await expect(consumer).toBeVisible();
  await tabTo(page, consumer);
  await press('Enter');
  await choose('Service 2');
  await press('c');
  await expect(page.getByRole('combobox', { name: 'Connect Service 2 to' })).toBeFocused();
  await type('key');
  await press('Enter');

  await expect(statusBar(page)).toContainText('1 error');
  await press('p');
  const fix = page.getByRole('tabpanel').getByRole('button', { name: /replicas/ });
  await expect(fix).toBeVisible();
  await tabTo(page, fix);
  await press('Enter');
  await expect(statusBar(page)).toContainText('all served');
  await tabTo(page, statusBar(page).getByRole('button', { name: /p99/ }));
  await press('Enter');
  const target = inspector(page).getByRole('textbox', { name: 'p99', exact: true });
  await expect(target).toBeVisible();
  await tabTo(page, target, 'Shift+Tab');
  await type('100');
  await press('Enter');
  await press('ControlOrMeta+Shift+c');
  await expect(page.getByText('Copied as PNG')).toBeVisible();

  expect((await pictureOnClipboard(page)).width).toBeGreaterThan(1000);
  expectTinyUrl(await savedDesign(page));
  await expect(statusBar(page)).toContainText('of 100 ms');
});
