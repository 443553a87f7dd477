import { expect, type Page } from '@playwright/test';
import { connectByHandle, dragFromTo, middleOf } from '../support/actions';
import {
  addField,
  dropFile,
  edgeOnCanvas,
  inOutline,
  onCanvas,
  openThreeInARow,
  savedDesign,
  statusBar,
  stepButton,
  test,
} from '../support/window';

/** A place of the canvas where nothing stands, under everything. */
async function emptyPlace(page: Page, right = 0.5, down = 0.8): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
  if (box === null) throw new Error('There is no canvas.');
  return { x: box.x + box.width * right, y: box.y + box.height * down };
}

test('cards are moved, connected, nudged and added in every way', async ({ page }) => {
  await test.step('a drag moves a card as one step and leaves the system as it was', async () => {
    await openThreeInARow(page);
    const before = await savedDesign(page);
    const start = await middleOf(onCanvas(page, 'service'));
    await dragFromTo(page, start, { x: start.x, y: start.y + 120 });
    await expect(stepButton(page, 'Undo “Move 1 part”')).toBeEnabled();
    const moved = await savedDesign(page);
    expect(moved.system).toEqual(before.system);
    expect(moved.layout?.nodes?.['service']?.y).toBeGreaterThan(
      (before.layout?.nodes?.['service']?.y ?? 0) + 60,
    );
    expect(moved.layout?.nodes?.['client']).toEqual(before.layout?.nodes?.['client']);
    await page.keyboard.press('ControlOrMeta+z');
    expect((await savedDesign(page)).layout).toEqual(before.layout);
  });
  await test.step('a handle that is dragged to a card connects, and dropped on the empty canvas asks what stands there', async () => {
    await openThreeInARow(page);
    await connectByHandle(page, onCanvas(page, 'client'), onCanvas(page, 'sql-database'));
    await expect(edgeOnCanvas(page, 'client-sql-database')).toBeVisible();
    await expect(stepButton(page, /^Undo “Connect Client to SQL database”/)).toBeEnabled();

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
  await test.step('a double click on the canvas opens the add box, and a name that no kind has makes a plain box', async () => {
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
  await test.step('arrows nudge what is selected by a pixel, by ten with Shift, as one step of undo', async () => {
    await openThreeInARow(page);
    const before = (await savedDesign(page)).layout?.nodes?.['service'];
    await onCanvas(page, 'service').click({ position: { x: 60, y: 12 } });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    const after = (await savedDesign(page)).layout?.nodes?.['service'];
    expect(after).toEqual({ x: (before?.x ?? 0) + 1, y: (before?.y ?? 0) + 10 });
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    expect((await savedDesign(page)).layout?.nodes?.['service']).toEqual(before);
  });
});

test('what the palette and the tools offer is put on the canvas', async ({ page }) => {
  await test.step('a palette entry is dragged onto the canvas, and a technology is found by its name', async () => {
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
  await test.step('notes and texts are put on the canvas, written in place and written anew', async () => {
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
});

test('parts whose ids every object of JavaScript inherits are laid out, drawn and analysed as any other', async ({
  page,
}) => {
  const ids = ['constructor', '__proto__', 'toString'];
  const [client, service, store] = ids;
  const design = {
    format: 'loadline',
    version: 1,
    id: 'inherited',
    name: 'Inherited names',
    system: {
      flows: [{ id: 'valueOf', name: 'Read', kind: 'read', entry: client, rate: { rps: 40 } }],
      nodes: [
        { id: client, kind: 'client' },
        { id: service, kind: 'service' },
        { id: store, kind: 'sql-database' },
      ],
      edges: [
        { id: 'isPrototypeOf', from: client, to: service },
        { id: 'hasOwnProperty', from: service, to: store },
      ],
    },
  };
  await page.goto('/');
  await dropFile(page, 'inherited.loadline.json', 'application/json', Buffer.from(JSON.stringify(design)));
  await expect(statusBar(page)).toContainText('all served');
  for (const id of ids) {
    await expect(onCanvas(page, id)).toBeVisible();
    await expect(onCanvas(page, id)).toContainText('40');
  }
  await expect(edgeOnCanvas(page, 'hasOwnProperty')).toBeAttached();
  await savedDesign(page);
  await page.reload();
  for (const id of ids) await expect(onCanvas(page, id)).toBeVisible();
});
