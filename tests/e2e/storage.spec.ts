import { expect, type Page } from '@playwright/test';
import {
  contentsOf,
  dropFile,
  inOutline,
  inspector,
  onCanvas,
  openTemplate,
  savedDesign,
  storedBody,
  test,
} from '../support/window';

const saveState = (page: Page) => page.getByRole('banner').getByRole('status');
const designs = (page: Page) => page.getByRole('list', { name: 'Designs' }).getByRole('listitem');

/** Nothing on the canvas or in a menu offers an edit that this window cannot make; commands of editing say why not. */
async function expectNoWordsOfEditing(page: Page): Promise<void> {
  await expect(page.getByText('Read only: another window edits this design')).toBeVisible();
  const hints = await page.locator('[id^="react-flow__"][id*="-desc-"]').allTextContents();
  expect(hints.length).toBeGreaterThan(0);
  for (const hint of hints) expect(hint).not.toMatch(/delete|remove|move/i);
  await onCanvas(page, 'lb').hover();
  await expect(page.getByLabel('Draw a connection')).toHaveCount(0);
  await onCanvas(page, 'lb').click({ button: 'right', position: { x: 60, y: 12 } });
  const menu = page.getByRole('menu', { name: 'Actions' });
  const remove = menu.getByRole('menuitem', { name: /^Delete/ });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAttribute('aria-description', /Read only/);
  await expect(menu.getByRole('menuitem', { name: /^Copy(?! as)/ })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await page.keyboard.press('Escape');
}

/** Everything that the inspector shows can be seen, and none of its fields takes anything. */
async function expectInspectorToLookAt(page: Page): Promise<void> {
  for (const part of ['Visitors', 'Links', /^us-east-1/, /^Every click/]) {
    await inOutline(page, part).first().click();
    for (const tab of await inspector(page).getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      // What finds a field changes nothing.
      const fields = inspector(page).locator(':is(input:not([type="search"]), select, textarea):enabled');
      expect(await fields.count()).toBe(0);
    }
  }
  await inspector(page).getByRole('button', { name: 'Close the inspector' }).click();
  await expect(inspector(page)).toHaveCount(0);
}

async function renameLinks(page: Page, name: string): Promise<void> {
  await inOutline(page, 'Links').click();
  const field = inspector(page).getByRole('textbox', { name: 'Name' });
  await field.fill(name);
  await field.press('Enter');
}

test('an edit is saved by itself, the bar says so all the while, and a reload straight after one loses nothing', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  const { id } = await savedDesign(page);
  const before = await storedBody(page, id);
  const states: string[] = [];
  await page.exposeFunction('heard', (text: string) => states.push(text));
  await saveState(page).evaluate((element) => {
    new MutationObserver(() => Reflect.get(window, 'heard')(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await renameLinks(page, 'Short links');
  await expect.poll(() => states).toContain('Saved');
  expect(states[0]).toBe('Not saved yet');
  const after = await storedBody(page, id);
  expect(after?.revision).toBe((before?.revision ?? 0) + 1);
  expect(after?.design.system.nodes?.find((node) => node.id === 'links')?.name).toBe('Short links');

  await page.getByRole('treeitem', { name: /^Short links/ }).click();
  await inspector(page).getByRole('textbox', { name: 'Name' }).fill('Written in the last moment');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect(inOutline(page, 'Written in the last moment')).toBeVisible();
  const design = await savedDesign(page);
  expect(design.system.nodes?.find((node) => node.id === 'links')?.name).toBe('Written in the last moment');
});

test('a second tab only looks on until it takes over, and then the first one looks on', async ({
  page,
  context,
}) => {
  await openTemplate(page, 'tinyUrl');
  await savedDesign(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('button', { name: 'Take over' })).toBeVisible();
  await inOutline(second, 'Links').click();
  await expect(inspector(second).getByRole('textbox', { name: 'Name' })).toBeDisabled();
  await second.keyboard.press('Delete');
  await expect(inOutline(second, 'Links')).toBeVisible();
  await expectNoWordsOfEditing(second);
  await expectInspectorToLookAt(second);

  await renameLinks(page, 'Seen in both');
  await expect(inOutline(second, 'Seen in both')).toBeVisible();

  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(second.getByRole('button', { name: 'Take over' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Take over' })).toBeVisible();
  await inOutline(second, 'Seen in both').click();
  const field = inspector(second).getByRole('textbox', { name: 'Name' });
  await field.fill('Written in the second');
  await field.press('Enter');
  await expect(inOutline(page, 'Written in the second')).toBeVisible();
  await page.bringToFront();
  await inOutline(page, 'Written in the second').click();
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toBeDisabled();
});

test('designs are renamed, duplicated and deleted in the library, and a deleted one comes back from the trash', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await savedDesign(page);
  await page.getByRole('button', { name: 'All designs' }).click();
  await page.getByRole('button', { name: 'Actions for TinyURL' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the design' });
  await expect(field).toBeFocused();
  await field.fill('Short links');
  await field.press('Enter');
  await expect(designs(page)).toContainText(['Short links']);

  await page.getByRole('button', { name: 'Actions for Short links' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(designs(page)).toHaveCount(2);
  await expect(designs(page).first()).toContainText('Short links copy');

  await page.getByRole('button', { name: 'Actions for Short links', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(designs(page)).toHaveCount(1);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(designs(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Actions for Short links copy' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Trash (1)' }).click();
  const trash = page.getByRole('dialog', { name: 'Trash' });
  await expect(trash).toContainText('deleted permanently after 30 days');
  await trash.getByRole('button', { name: 'Restore Short links copy' }).click();
  await expect(trash.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(designs(page)).toHaveCount(2);
  await designs(page)
    .getByRole('button', { name: /^Short links \d/ })
    .click();
  await expect(inOutline(page, 'Links')).toBeVisible();
});

test('a broken file is refused with what is wrong and where', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const design = await savedDesign(page);
  const nodes = (design.system.nodes ?? []).map((node) =>
    node.id === 'links' ? { ...node, config: { shards: 'four' } } : node,
  );
  const at = nodes.findIndex((node) => node.id === 'links');
  const broken = JSON.stringify({ ...design, system: { ...design.system, nodes } });
  await dropFile(page, 'broken.json', 'application/json', Buffer.from(broken));
  const notice = page.getByRole('dialog', { name: '“broken.json” could not be opened' });
  await expect(notice.getByRole('listitem')).toContainText(
    new RegExp(`system\\.nodes\\W?${at}\\W?\\.config\\.shards.*number.*four`),
  );
  await notice.getByRole('button', { name: 'Close' }).last().click();
  await expect(notice).toHaveCount(0);

  await dropFile(page, 'cut.json', 'application/json', Buffer.from('{\n  "format": "loadline",\n  "name": '));
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText(/line 3/);
  await page.keyboard.press('Escape');
  expect(await savedDesign(page)).toEqual(design);
});

test('a full disk is reported, a file is offered, and saving goes on once there is room', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (Reflect.get(window, 'isFull') === true && this.name === 'bodies')
        throw new DOMException('No room is left.', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await openTemplate(page, 'tinyUrl');
  const { id } = await savedDesign(page);
  await page.evaluate(() => Reflect.set(window, 'isFull', true));
  await renameLinks(page, 'Not yet stored');
  await expect(saveState(page)).toHaveText('Disk full, not saved');
  const message = page
    .getByRole('alert')
    .filter({ hasText: 'The disk seems to be full: “TinyURL” is not saved.' });
  await expect(message).toBeVisible();
  const saving = page.waitForEvent('download');
  await message.getByRole('button', { name: 'Save as file' }).click();
  const file = JSON.parse((await contentsOf(await saving)).toString('utf8'));
  expect(file.system.nodes.find((node: { id: string }) => node.id === 'links').name).toBe('Not yet stored');
  expect((await storedBody(page, id))?.design.system.nodes?.find((node) => node.id === 'links')?.name).toBe(
    'Links',
  );

  await page.evaluate(() => Reflect.set(window, 'isFull', false));
  await expect(saveState(page)).toHaveText('Saved');
  await expect(message).toHaveCount(0);
  expect((await storedBody(page, id))?.design.system.nodes?.find((node) => node.id === 'links')?.name).toBe(
    'Not yet stored',
  );
});

test('a backup of the library restores a design that was deleted permanently', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const design = await savedDesign(page);
  await page.getByRole('button', { name: 'All designs' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up the library…' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Loadline library \d{4}-\d{2}-\d{2}\.zip$/);
  const backup = await contentsOf(download);

  await page.getByRole('button', { name: 'Actions for TinyURL' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Trash (1)' }).click();
  await page.getByRole('button', { name: 'Empty trash…' }).click();
  await page
    .getByRole('dialog', { name: 'Empty the trash?' })
    .getByRole('button', { name: 'Empty trash' })
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Trash', exact: true })).toBeVisible();

  await dropFile(page, 'cut.zip', 'application/zip', backup.subarray(0, backup.length - 100));
  const refused = page.getByRole('dialog', { name: '“cut.zip” could not be restored' });
  await expect(refused).toContainText('Nothing has changed.');
  await page.keyboard.press('Escape');

  await dropFile(page, 'library.zip', 'application/zip', backup);
  const summary = page.getByRole('dialog', { name: 'Restore “library.zip”?' });
  await expect(summary.getByRole('listitem').first()).toHaveText('New, added: 1');
  await summary.getByRole('button', { name: 'Restore' }).click();
  await designs(page)
    .getByRole('button', { name: /^TinyURL/ })
    .first()
    .click();
  expect(await savedDesign(page)).toEqual(design);
});

test('a browser that gives no storage still gives a window that works, says so, and saves to a file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    navigator.locks.request = async () => refuse();
    navigator.locks.query = async () => refuse();
    navigator.storage.persisted = async () => refuse();
  });
  await page.goto('/');
  const notice = page.getByRole('dialog', { name: 'Nothing can be kept in this window' });
  await expect(notice).toContainText('The operation is insecure.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^TinyURL Short/ }).click();
  await renameLinks(page, 'In memory');
  await expect(saveState(page)).toHaveText('Not kept');
  const saving = page.waitForEvent('download');
  await page.getByRole('alert').getByRole('button', { name: 'Save to a file' }).click();
  const file = JSON.parse((await contentsOf(await saving)).toString('utf8'));
  expect(file.system.nodes.find((node: { id: string }) => node.id === 'links').name).toBe('In memory');
  await page.getByRole('button', { name: 'All designs' }).click();
  await designs(page)
    .getByRole('button', { name: /^TinyURL/ })
    .first()
    .click();
  await expect(inOutline(page, 'In memory')).toBeVisible();
});

test('a damaged entry of the library leaves the others usable, and its raw data can be saved', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await savedDesign(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('loadline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('designs', 'readwrite');
          writing.objectStore('designs').put({ id: 'broken', name: 7, updatedAt: { on: 'Monday' } });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.getByRole('button', { name: 'All designs' }).click();
  await page.reload();
  await expect(designs(page)).toHaveCount(1);
  const damaged = page.getByRole('list', { name: 'Damaged entries' }).getByRole('listitem');
  await expect(damaged).toContainText('broken');
  const saving = page.waitForEvent('download');
  await damaged.getByRole('button', { name: 'Save its raw data to a file' }).click();
  const raw = JSON.parse((await contentsOf(await saving)).toString('utf8'));
  expect(raw.summary).toEqual({ id: 'broken', name: 7, updatedAt: { on: 'Monday' } });
  await damaged.getByRole('button', { name: 'Delete broken' }).click();
  await expect(damaged).toHaveCount(0);
});

test('a design that is deleted is shown as deleted in every tab, and a copy of it can be kept', async ({
  page,
  context,
}) => {
  await openTemplate(page, 'tinyUrl');
  await savedDesign(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('button', { name: 'Take over' })).toBeVisible();
  await page.getByRole('button', { name: 'All designs' }).click();
  await page.getByRole('button', { name: 'Actions for TinyURL' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(second.getByText('This design was deleted in another window')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Take over' })).toHaveCount(0);
  await expect(saveState(second)).toHaveText('Deleted');
  await second.getByRole('button', { name: 'Keep a copy' }).click();
  await expect(saveState(second)).toHaveText('Saved');
  await expect(designs(page)).toHaveCount(1);
});
