import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { hostileFiles } from '../support/hostile-files';
import { openTemplate, statusBar, test } from '../support/window';

/** Drops files on the window together, as from the desktop. */
async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
) {
  const transfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  for (const event of ['dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer });
}

const notice = (page: Page, title: string | RegExp) => page.getByRole('dialog', { name: title });

test('hostile files are each refused by name while the window goes on, and the good one beside them opens', async ({
  page,
}) => {
  await page.goto('/');
  // The largest are tried without a browser: to hand them over takes longer than to refuse them.
  const files = hostileFiles
    .map(({ name, bytes }) => ({ name, bytes: bytes() }))
    .filter(({ bytes }) => bytes.length < 1_200_000);
  expect(files.length).toBeGreaterThan(8);
  const good = {
    name: 'good.json',
    bytes: readFileSync(new URL('../../shared/templates/tinyurl.json', import.meta.url)),
  };
  await dropFiles(page, [good, ...files]);
  const said = notice(page, `1 of ${files.length + 1} files are in the library`);
  await expect(said).toBeVisible({ timeout: 30_000 });
  await expect(said).toContainText('good.json: opened.');
  for (const { name } of files.slice(0, 8)) await expect(said).toContainText(`${name}: refused.`);
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await expect(statusBar(page)).toContainText('p99');
  await page.reload();
  await expect(statusBar(page)).toContainText('p99');
});

test('a design that hung the window before is not opened again by itself', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const id = /#\/design\/(.+)$/.exec(page.url())?.[1] ?? '';
  await expect.poll(() => page.evaluate(() => localStorage.getItem('loadline:opening'))).toBeNull();
  // As a window leaves it that was ended while it hung.
  await page.addInitScript((open) => {
    if (sessionStorage.getItem('was-hung') !== null) return;
    sessionStorage.setItem('was-hung', '');
    localStorage.setItem('loadline:opening', open);
  }, id);
  await page.reload();
  const said = notice(page, /did not open$/);
  await expect(said).toBeVisible();
  await said.getByRole('button', { name: 'Open it again' }).click();
  await expect(statusBar(page)).toContainText('p99');
});

test('an editor that cannot be loaded leaves the library as it is, and says so', async ({
  page,
  complaints,
}) => {
  complaints.expected.push(/Failed to (load resource|fetch dynamically imported module)/, /error occurred/i);
  await page.route(/\/assets\/editor-[^/]*\.js/, (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: /^TinyURL Short/ }).click();
  await expect(page.getByText(/^The design could not be read: /)).toBeVisible();
  await expect(page.getByRole('button', { name: /TinyURL/ }).first()).toBeVisible();
});

test('a part of the editor that cannot be loaded leaves a way to all designs', async ({
  page,
  complaints,
}) => {
  complaints.expected.push(/Failed to (load resource|fetch dynamically imported module)/, /error occurred/i);
  await page.route(/\/assets\/apachekafka-[^/]*\.js/, (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: /^TinyURL Short/ }).click();
  await expect(page.getByRole('heading', { name: 'The window could not be drawn' })).toBeVisible();
  await page.getByRole('button', { name: 'All designs' }).click();
  await expect(page.getByRole('button', { name: /TinyURL/ }).first()).toBeVisible();
});

test('a browser that blocks site data gets the library and is told, not a blank page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Empty canvas/ })).toBeVisible();
  await expect(page.getByText('The browser blocks site data')).toBeVisible();
});

test('an error before anything is drawn shows a page with a way out', async ({ page, complaints }) => {
  complaints.expected.push(/no such query/);
  await page.addInitScript(() => {
    window.matchMedia = () => {
      throw new Error('no such query');
    };
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Loadline could not start' })).toBeVisible();
  await expect(page.getByText('no such query')).toBeVisible();
  await expect(page.getByRole('button', { name: 'All designs' })).toBeVisible();
});
