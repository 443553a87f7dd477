import { expect } from '@playwright/test';
import { countedActions } from '../support/actions';
import { expectTinyUrl, pictureOnClipboard } from '../support/tinyurl';
import { addField, inOutline, inspector, onCanvas, savedDesign, statusBar, test } from '../support/window';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('TinyURL is drawn from an empty canvas, fixed and copied in at most forty actions', async ({ page }) => {
  const { click, press, type, connect, count } = countedActions(page);
  await page.goto('/');
  await click(page.getByRole('button', { name: /^Empty canvas/ }));
  await expect(addField(page)).toBeFocused();
  for (const kind of ['client', 'cdn', 'lb', 'service']) {
    await type(kind);
    await press('Enter');
  }
  await expect(inOutline(page, 'Service')).toBeVisible();

  await click(inOutline(page, 'Requests'));
  await click(inspector(page).getByRole('textbox', { name: 'Name' }));
  await press('ControlOrMeta+a');
  await type('Redirect');
  await click(inspector(page).getByRole('textbox', { name: 'At peak' }));
  await type('1B/day ×6');
  await click(page.getByRole('button', { name: '+ flow' }));
  await expect(page.getByRole('form', { name: 'Add flow' }).getByLabel('Reads per write')).toHaveValue('100');
  await type('Shorten');
  await press('Enter');
  await expect(inOutline(page, 'Shorten')).toBeVisible();

  await click(inOutline(page, 'Load balancer'));
  await press('/');
  await type('service');
  await press('Enter');
  const chips = page.getByRole('group', { name: 'What does this edge carry?' });
  await click(chips.getByRole('button', { name: 'Shorten' }));

  await click(inOutline(page, 'Service'));
  await press('/');
  for (const kind of ['key', 'cache', 'stream']) {
    await type(kind);
    await press('Enter');
  }
  await expect(onCanvas(page, 'stream')).toContainText('No consumer yet');
  await click(onCanvas(page, 'stream').getByRole('button', { name: /consumer/ }));
  await expect(onCanvas(page, 'stream')).not.toContainText('No consumer yet');
  await connect(onCanvas(page, 'service-2'), onCanvas(page, 'key-value-store'));

  await expect(statusBar(page)).toContainText('1 error');
  await click(onCanvas(page, 'service').getByRole('button', { name: /^Error/ }));
  await click(inspector(page).getByRole('button', { name: /replicas/ }));
  await expect(statusBar(page)).toContainText('all served');
  // Beside its figure, which opens how it came about.
  await click(statusBar(page).getByRole('button', { name: /p99/ }), { position: { x: 4, y: 12 } });
  await click(inspector(page).getByRole('textbox', { name: 'p99', exact: true }));
  await type('100');
  await press('Enter');
  await press('ControlOrMeta+Shift+c');
  await expect(page.getByText('Copied as PNG')).toBeVisible();

  expect(count()).toBeLessThanOrEqual(40);
  expect((await pictureOnClipboard(page)).width).toBeGreaterThan(1000);
  expectTinyUrl(await savedDesign(page));
  await expect(statusBar(page)).toContainText('of 100 ms');
  await expect(statusBar(page)).not.toContainText('error');
});
