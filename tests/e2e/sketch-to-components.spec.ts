import { expect } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { inOutline, onCanvas, openEmptyCanvas, statusBar, test } from '../support/window';

const shape = (id: string, text: string, x: number, y: number, form?: string) => ({
  id,
  kind: 'shape',
  x,
  y,
  text,
  ...(form === undefined ? {} : { shape: form }),
});
const arrow = (id: string, from: string, to: string) => ({
  id,
  kind: 'arrow',
  x: 0,
  y: 0,
  from: { part: from },
  to: { part: to },
});

/** A board as it is drawn in an interview: shapes, arrows and a note. */
const sketch = {
  format: 'loadline',
  version: 1,
  id: 'sketch',
  name: 'Sketch',
  system: {},
  layout: {
    marks: [
      shape('user', 'User', 0, 0, 'person'),
      shape('api', 'Feed API', 260, 0),
      shape('cache', 'Feed cache', 520, -90),
      shape('posts', 'Posts', 520, 90, 'cylinder'),
      arrow('a1', 'user', 'api'),
      arrow('a2', 'api', 'cache'),
      arrow('a3', 'api', 'posts'),
      { id: 'why', kind: 'note', x: 200, y: 240, text: 'How stale may it be?' },
    ],
  },
};

test.use({ permissions: ['clipboard-read', 'clipboard-write'], hasTouch: true });

test.beforeEach(async ({ page }) => {
  await openEmptyCanvas(page);
  await page.keyboard.press('Escape');
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(sketch));
  const ground = await page.locator('.react-flow__pane').boundingBox();
  await page.mouse.move((ground?.x ?? 0) + 430, (ground?.y ?? 0) + 330);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(onCanvas(page, 'cache')).toBeVisible();
});

test('a pasted sketch becomes a computed design by two presses, and a sketch again by one', async ({
  page,
}) => {
  await page.keyboard.press('ControlOrMeta+Shift+K');
  const dialog = page.getByRole('dialog', { name: 'Turn into components' });
  await expect(dialog.getByRole('combobox', { name: 'Kind of Feed cache' })).toHaveValue('cache');
  await expect(dialog.getByRole('combobox', { name: 'Kind of Posts' })).toHaveValue('sql-database');
  await expectAccessible(page, 'the dialog that turns a sketch into components', 'dialog');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(statusBar(page)).toContainText('1k rps, all served');
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  await expect(inOutline(page, /How stale may it be/)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(0);
  await expect(onCanvas(page, 'cache')).toBeVisible();
});

test('one shape becomes what its name says, from the inspector', async ({ page }) => {
  await page.keyboard.press('Escape');
  await inOutline(page, 'Feed cache').click();
  await page.getByRole('button', { name: 'Turn into Cache' }).click();
  await expect(onCanvas(page, 'feed-cache')).toBeVisible();
  await expect(onCanvas(page, 'posts')).toBeVisible();
});

test('a menu pastes where it was opened, copies as text, and a finger that rests opens it', async ({
  page,
  context,
}) => {
  const ground = page.locator('.react-flow__pane');
  const menu = page.getByRole('menu', { name: 'Actions' });
  const choose = async (entry: RegExp): Promise<void> => {
    await ground.click({ button: 'right', position: { x: 300, y: 60 } });
    await menu.getByRole('menuitem', { name: entry }).click();
  };
  await page.keyboard.press('Escape');
  await choose(/^Copy as JSON/);
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('"text": "Feed cache"');
  await choose(/^Copy as Markdown/);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Untitled design/);
  await page.evaluate(() => navigator.clipboard.writeText('Ask about quotas'));
  await choose(/^Paste here/);
  const note = page.locator('.react-flow__node', { hasText: 'Ask about quotas' });
  await expect(note).toBeVisible();
  const [pane, box] = [await ground.boundingBox(), await note.boundingBox()];
  // A note's upper left goes to the nearest lines of the grid of 20 px.
  expect(Math.abs((box?.x ?? 0) - (pane?.x ?? 0) - 300)).toBeLessThanOrEqual(12);
  expect(Math.abs((box?.y ?? 0) - (pane?.y ?? 0) - 60)).toBeLessThanOrEqual(12);

  await page.keyboard.press('Escape');
  const session = await context.newCDPSession(page);
  const at = { x: (pane?.x ?? 0) + 60, y: (pane?.y ?? 0) + 60 };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  // On the empty canvas a press that moves draws a box: the menu comes when the finger is lifted.
  await page.waitForTimeout(650);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: /^Add a component here/ })).toBeVisible();
});
