import { expect, type Page } from '@playwright/test';
import { connectByHandle, dragFromTo, middleOf } from '../support/actions';
import {
  addByName,
  addField,
  edgeOnCanvas,
  idOf,
  inOutline,
  inspector,
  onCanvas,
  openEmptyCanvas,
  openTemplate,
  savedDesign,
  statusBar,
  test,
} from '../support/window';

const undoButton = (page: Page, step: string | RegExp) => page.getByRole('button', { name: step });
const nothingToUndo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** A client that calls a service that calls a store, made through the add box. */
async function openThreeInARow(page: Page): Promise<void> {
  await openEmptyCanvas(page);
  for (const kind of ['client', 'service', 'sql']) await addByName(page, kind);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await expect(statusBar(page)).toContainText('all served');
}

/** A place of the canvas where nothing stands, under everything. */
async function emptyPlace(page: Page, right = 0.5, down = 0.8): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
  if (box === null) throw new Error('There is no canvas.');
  return { x: box.x + box.width * right, y: box.y + box.height * down };
}

test('a drag moves a card as one step and leaves the system as it was', async ({ page }) => {
  await openThreeInARow(page);
  const before = await savedDesign(page);
  const start = await middleOf(onCanvas(page, 'service'));
  await dragFromTo(page, start, { x: start.x, y: start.y + 120 });
  await expect(undoButton(page, 'Undo “Move 1 part”')).toBeEnabled();
  const moved = await savedDesign(page);
  expect(moved.system).toEqual(before.system);
  expect(moved.layout?.nodes?.service?.y).toBeGreaterThan((before.layout?.nodes?.service?.y ?? 0) + 60);
  expect(moved.layout?.nodes?.client).toEqual(before.layout?.nodes?.client);
  await page.keyboard.press('ControlOrMeta+z');
  expect((await savedDesign(page)).layout).toEqual(before.layout);
});

test('a handle that is dragged to a card connects, and dropped on the empty canvas asks what stands there', async ({
  page,
}) => {
  await openThreeInARow(page);
  await connectByHandle(page, onCanvas(page, 'client'), onCanvas(page, 'sql-database'));
  await expect(edgeOnCanvas(page, 'client-sql-database')).toBeVisible();
  await expect(undoButton(page, /^Undo “Connect Client to SQL database”/)).toBeEnabled();

  await onCanvas(page, 'service').hover();
  const handle = onCanvas(page, 'service').getByLabel('Draw a connection').first();
  await dragFromTo(page, await middleOf(handle), await emptyPlace(page));
  await expect(addField(page)).toBeFocused();
  await page.keyboard.type('queue');
  await page.keyboard.press('Enter');
  await expect(inOutline(page, 'Queue')).toBeVisible();
  const design = await savedDesign(page);
  expect(design.system.edges?.map(({ from, to }) => `${from} -> ${to}`)).toContain('service -> queue');
});

test('a double click on the canvas opens the add box, and a name that no kind has makes a plain box', async ({
  page,
}) => {
  await openThreeInARow(page);
  const place = await emptyPlace(page);
  await page.mouse.dblclick(place.x, place.y);
  await expect(addField(page)).toBeFocused();
  await page.keyboard.type('Fraud desk');
  await page.keyboard.press('Shift+Enter');
  await expect(inOutline(page, 'Fraud desk')).toBeVisible();
  const design = await savedDesign(page);
  expect(design.system.nodes?.find((node) => node.name === 'Fraud desk')?.kind).toBe('custom');
  expect(design.system.edges).toHaveLength(2);
});

test('a palette entry is dragged onto the canvas, and a technology is found by its name', async ({
  page,
}) => {
  await openThreeInARow(page);
  await page.getByRole('searchbox', { name: 'Add a component' }).fill('postgres');
  const entry = page.getByRole('region', { name: 'Components' }).getByRole('button').first();
  await expect(entry).toContainText('SQL database');
  const canvas = page.getByRole('application', { name: 'Diagram' });
  const box = await canvas.boundingBox();
  await entry.dragTo(canvas, { targetPosition: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) * 0.8 } });
  await expect(inOutline(page, 'SQL database 2')).toBeVisible();
  const design = await savedDesign(page);
  expect(design.system.nodes?.at(-1)?.technology).toMatch(/postgres/i);
});

test('a box selects what it touches; delete takes it away with its calls and undo brings it back', async ({
  page,
}) => {
  await openThreeInARow(page);
  const before = await savedDesign(page);
  const [service, store] = [onCanvas(page, 'service'), onCanvas(page, 'sql-database')];
  const from = await service.boundingBox();
  const to = await store.boundingBox();
  if (from === null || to === null) throw new Error('The cards are not on the screen.');
  await dragFromTo(
    page,
    { x: from.x - 12, y: from.y - 40 },
    { x: to.x + to.width / 2, y: to.y + to.height + 30 },
  );
  await expect(inOutline(page, 'Service')).toHaveAttribute('aria-selected', 'true');
  await expect(inOutline(page, 'SQL database')).toHaveAttribute('aria-selected', 'true');
  await expect(inOutline(page, 'Client')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Delete');
  await expect(inOutline(page, 'Service')).toHaveCount(0);
  const after = await savedDesign(page);
  expect(after.system.nodes?.map((node) => node.id)).toEqual(['client']);
  expect(after.system.edges ?? []).toEqual([]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(inOutline(page, 'Service')).toBeVisible();
  const restored = await savedDesign(page);
  expect(restored.system).toEqual(before.system);
  expect(restored.layout).toEqual(before.layout);
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('parts are copied and pasted with the calls between them, and duplicated', async ({ page }) => {
    await openThreeInARow(page);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(inOutline(page, /^SQL database/)).toHaveCount(2);
    const pasted = await savedDesign(page);
    expect(pasted.system.nodes).toHaveLength(6);
    expect(pasted.system.edges).toHaveLength(4);
    expect(new Set(pasted.system.nodes?.map((node) => node.id)).size).toBe(6);
    expect(pasted.layout?.nodes?.[pasted.system.nodes?.at(-1)?.id ?? '']).toBeDefined();
    await page.keyboard.press('ControlOrMeta+z');
    await inOutline(page, 'Service').click();
    await page.keyboard.press('ControlOrMeta+d');
    await expect(undoButton(page, 'Undo “Duplicate 1 part”')).toBeEnabled();
    expect((await savedDesign(page)).system.nodes).toHaveLength(4);
  });

  test('a text from elsewhere is pasted as a note', async ({ page }) => {
    await openThreeInARow(page);
    await page.evaluate(() => navigator.clipboard.writeText('Ask about the quota'));
    await page.keyboard.press('ControlOrMeta+v');
    await expect(inOutline(page, 'Ask about the quota')).toBeVisible();
    const [note] = (await savedDesign(page)).layout?.marks ?? [];
    expect(note).toMatchObject({ kind: 'note', text: 'Ask about the quota' });
  });
});

test('arrows nudge what is selected, five steps with Shift, as one step of undo', async ({ page }) => {
  await openThreeInARow(page);
  const before = (await savedDesign(page)).layout?.nodes?.service;
  await onCanvas(page, 'service').click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const after = (await savedDesign(page)).layout?.nodes?.service;
  expect(after).toEqual({ x: (before?.x ?? 0) + 20, y: (before?.y ?? 0) + 100 });
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect((await savedDesign(page)).layout?.nodes?.service).toEqual(before);
});

test('notes and texts are put on the canvas, written in place and written anew', async ({ page }) => {
  await openThreeInARow(page);
  const place = await emptyPlace(page, 0.3, 0.75);
  await page.keyboard.press('n');
  await page.mouse.click(place.x, place.y);
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
  await page.keyboard.type('Reads only');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.mouse.click(place.x + 300, place.y);
  await page.keyboard.type('The whole of it');
  await page.keyboard.press('Escape');
  await expect(inOutline(page, 'Reads only')).toBeVisible();
  await expect(inOutline(page, 'The whole of it')).toBeVisible();
  await page.locator('.react-flow__node-note').getByText('Reads only', { exact: true }).dblclick();
  await page.keyboard.type('Reads and writes');
  await page.keyboard.press('Escape');
  await expect(inOutline(page, 'Reads and writes')).toBeVisible();
  const marks = (await savedDesign(page)).layout?.marks ?? [];
  expect(marks.map(({ kind, text }) => [kind, text])).toEqual([
    ['note', 'Reads and writes'],
    ['text', 'The whole of it'],
  ]);
});

test('a zone around two of the cards makes the calls across its border slower, and says so', async ({
  page,
}) => {
  await openThreeInARow(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+g');
  await page.keyboard.type('eu-west-1');
  await page.keyboard.press('Enter');
  await expect(inOutline(page, 'eu-west-1')).toBeVisible();
  for (const [name, zone] of [
    ['Service', 'Zone A'],
    ['SQL database', 'Zone B'],
  ] as const) {
    await inOutline(page, name).click();
    await page.keyboard.press('ControlOrMeta+Alt+g');
    await page.keyboard.type(zone);
    await page.keyboard.press('Enter');
    await expect(inOutline(page, zone)).toBeVisible();
  }
  await expect(messages(page)).toContainText(/Service → SQL database is now cross-zone, 1\.5 ms/);
  const { system } = await savedDesign(page);
  expect(system.groups?.map(({ kind }) => kind)).toEqual(['region', 'zone', 'zone']);
  const region = system.groups?.find(({ kind }) => kind === 'region')?.id;
  expect(system.groups?.filter(({ parent }) => parent === region)).toHaveLength(2);
  const design = await savedDesign(page);
  expect(system.nodes?.find((node) => node.id === 'service')?.group).toBe(idOf(design, 'Zone A'));
});

test('a name is written anew on the card, in the inspector and in the bar', async ({ page }) => {
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

test('what is changed on a call changes the figures', async ({ page }) => {
  await openThreeInARow(page);
  await expect(inOutline(page, 'SQL database')).toHaveAccessibleName(/1k rps/);
  await inOutline(page, 'Service').click();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: /^calls SQL database/ }).click();
  const calls = inspector(page).getByRole('textbox', { name: 'Calls a visit' });
  await calls.fill('2');
  await calls.press('Enter');
  await expect(inOutline(page, 'SQL database')).toHaveAccessibleName(/2k rps/);
  await inspector(page).getByRole('combobox', { name: 'Mode' }).selectOption('async');
  await expect(page.getByRole('treeitem', { name: /^calls SQL database/ })).toHaveAccessibleName(
    /asynchronous/,
  );
  expect((await savedDesign(page)).system.edges?.at(-1)).toMatchObject({ calls: 2, mode: 'async' });
});

test('number fields take short forms, and say why where they cannot read one', async ({ page }) => {
  await openThreeInARow(page);
  await inOutline(page, 'Requests').click();
  const rate = inspector(page).getByRole('textbox', { name: 'At peak' });
  const write = async (text: string): Promise<void> => {
    await rate.fill(text);
    await rate.press('Enter');
  };
  const rateRps = async () => (await savedDesign(page)).system.flows?.[0]?.rate.rps;
  await write('2k');
  await expect(inOutline(page, 'Requests')).toHaveAccessibleName(/2k rps/);
  expect(await rateRps()).toBe(2000);
  await write('100M/month ×3');
  // 10⁸ · 3 / (30 · 86 400 s)
  await expect(inOutline(page, 'Requests')).toHaveAccessibleName(/116 rps/);
  expect(await rateRps()).toBeCloseTo(115.74, 2);
  await write('plenty');
  await expect(inspector(page).getByRole('alert')).toContainText('No number in it');
  await expect(rate).toHaveAttribute('aria-invalid', 'true');
  expect(await rateRps()).toBeCloseTo(115.74, 2);
  await rate.press('Escape');
  await expect(inspector(page).getByRole('alert')).toHaveCount(0);
});

test('a default says where it comes from, and comes back by its reset', async ({ page }) => {
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

test('F hides the figures and shows them again', async ({ page }) => {
  await openThreeInARow(page);
  // What is said to a screen reader keeps its figures.
  const shown = { useInnerText: true };
  await expect(onCanvas(page, 'service')).toContainText('rps', shown);
  await page.keyboard.press('f');
  await expect(onCanvas(page, 'service')).not.toContainText('rps', shown);
  await expect(onCanvas(page, 'service')).toContainText('Service');
  await page.keyboard.press('f');
  await expect(onCanvas(page, 'service')).toContainText('rps', shown);
});

test('the command palette finds a command and runs it, and finds a part and shows it', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Find a command or a part' });
  await field.fill('arrange');
  await expect(page.getByRole('option').first()).toContainText('Arrange by layers');
  await field.press('Enter');
  await expect(undoButton(page, 'Undo “Arrange by layers”')).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('hot links');
  await field.press('Enter');
  await expect(inOutline(page, 'Hot links')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Hot links');
});

test('the context menu offers what fits the place', async ({ page }) => {
  await openThreeInARow(page);
  await onCanvas(page, 'service').click({ button: 'right', position: { x: 60, y: 12 } });
  const menu = page.getByRole('menu', { name: 'Actions' });
  await expect(menu.getByRole('menuitem', { name: /^Duplicate/ })).toBeVisible();
  await menu.getByRole('menuitem', { name: /^Delete/ }).click();
  await expect(inOutline(page, 'Service')).toHaveCount(0);
  await expect(menu).toHaveCount(0);
});

test('the help sheet names every command that has a shortcut', async ({ page }) => {
  await openThreeInARow(page);
  await inOutline(page, 'Service').click();
  await page.keyboard.press('ControlOrMeta+k');
  const options = page.getByRole('dialog').getByRole('option');
  const withKeys = await options.evaluateAll((all) =>
    all.flatMap((option) => {
      const [title, , keys] = [...option.querySelectorAll('span, kbd')].map((part) => part.textContent ?? '');
      return title === undefined || keys === undefined || keys === '' ? [] : [{ title, keys }];
    }),
  );
  expect(withKeys.length).toBeGreaterThan(25);
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts and help' });
  const lines = await sheet.locator('dl > div').allInnerTexts();
  const said = lines.map((line) => line.replace(/\s+/g, ' '));
  expect(
    withKeys.filter(({ title, keys }) => !said.some((line) => line.startsWith(title) && line.includes(keys))),
  ).toEqual([]);
  expect(said.some((line) => line.startsWith('Move the selection'))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('the theme is switched in the bar and kept', async ({ page }) => {
  await openEmptyCanvas(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Switch to light' }).click();
  expect(await ground()).toBe(light);
});

test('undo names its steps, goes back through all of them and forth again', async ({ page }) => {
  await openThreeInARow(page);
  const drawn = await savedDesign(page);
  await expect(undoButton(page, 'Undo “Add SQL database”')).toBeEnabled();
  for (const left of ['Undo “Add Service”', 'Undo “Add Client”']) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(undoButton(page, left)).toBeEnabled();
  }
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nothingToUndo(page)).toBeDisabled();
  expect((await savedDesign(page)).system.nodes ?? []).toEqual([]);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(undoButton(page, 'Undo “Add SQL database”')).toBeEnabled();
  expect((await savedDesign(page)).system).toEqual(drawn.system);
});
