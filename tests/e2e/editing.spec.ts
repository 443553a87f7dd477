import { expect, type Locator } from '@playwright/test';
import { dragFromTo } from '../support/actions';
import {
  addField,
  idOf,
  inOutline,
  inspector,
  onCanvas,
  openThreeInARow,
  savedDesign,
  stepButton,
  test,
} from '../support/window';

test('parts are selected, deleted, grouped into zones and restored', async ({ page }) => {
  await test.step('a box selects what it touches; delete removes it with its calls and undo restores it', async () => {
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
  await test.step('a zone around two of the cards makes the calls across its border slower, and says so', async () => {
    await openThreeInARow(page);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+g');
    await page.keyboard.type('eu-west-1');
    await page.keyboard.press('Enter');
    await expect(inOutline(page, 'eu-west-1')).toBeVisible();
    // A group changes no figure; its name says that it is a region, which is offered.
    await page.getByRole('button', { name: 'Make it: Region' }).click();
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
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
      /Service → SQL database is now cross-zone, 1\.5\sms/,
    );
    const { system } = await savedDesign(page);
    expect(system.groups?.map(({ kind }) => kind)).toEqual(['region', 'zone', 'zone']);
    const region = system.groups?.find(({ kind }) => kind === 'region')?.id;
    expect(system.groups?.filter(({ parent }) => parent === region)).toHaveLength(2);
    const design = await savedDesign(page);
    expect(system.nodes?.find((node) => node.id === 'service')?.group).toBe(idOf(design, 'Zone A'));
  });
  await test.step('undo names its steps, goes back through all of them and forth again', async () => {
    await openThreeInARow(page);
    const drawn = await savedDesign(page);
    await expect(stepButton(page, 'Undo “Add SQL database”')).toBeEnabled();
    for (const left of ['Undo “Add Service”', 'Undo “Add Client”']) {
      await page.keyboard.press('ControlOrMeta+z');
      await expect(stepButton(page, left)).toBeEnabled();
    }
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    expect((await savedDesign(page)).system.nodes ?? []).toEqual([]);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(stepButton(page, 'Undo “Add SQL database”')).toBeEnabled();
    expect((await savedDesign(page)).system).toEqual(drawn.system);
  });
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
    await expect(stepButton(page, 'Undo “Duplicate 1 part”')).toBeEnabled();
    expect((await savedDesign(page)).system.nodes).toHaveLength(4);
  });

  test('what was copied is its name in a text field and parts in another window', async ({
    page,
    context,
  }) => {
    await openThreeInARow(page);
    await inOutline(page, 'Service').click();
    await page.keyboard.press('ControlOrMeta+c');
    const note = inspector(page).getByRole('textbox', { name: 'Note' });
    await note.click();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(note).toHaveValue('Service');
    const other = await context.newPage();
    await other.goto('/');
    await expect(other.getByRole('button', { name: 'All designs' })).toBeVisible();
    await other.keyboard.press('Alt+n');
    await expect(addField(other)).toBeFocused();
    await other.keyboard.press('Escape');
    await other.keyboard.press('ControlOrMeta+v');
    await expect(inOutline(other, 'Service')).toBeVisible();
  });

  test('the context menu copies, cuts and pastes parts, alone and together with the shortcuts', async ({
    page,
  }) => {
    await openThreeInARow(page);
    const choose = async (target: Locator, entry: RegExp, at: { x: number; y: number }): Promise<void> => {
      await target.click({ button: 'right', position: at });
      await page.getByRole('menu', { name: 'Actions' }).getByRole('menuitem', { name: entry }).click();
    };
    const ground = page.locator('.react-flow__pane');
    await choose(onCanvas(page, 'service'), /^Copy(?! as)/, { x: 60, y: 12 });
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Service');
    await choose(ground, /^Paste/, { x: 400, y: 120 });
    await expect(inOutline(page, /^Service/)).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(inOutline(page, /^Service/)).toHaveCount(3);
    await choose(onCanvas(page, 'sql-database'), /^Cut/, { x: 60, y: 12 });
    await expect(inOutline(page, 'SQL database')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(inOutline(page, 'SQL database')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+c');
    // What was pasted from the menu is where that was opened.
    await choose(ground, /^Paste/, { x: 120, y: 560 });
    await expect(inOutline(page, /^SQL database/)).toHaveCount(2);
    expect((await savedDesign(page)).layout?.marks ?? []).toEqual([]);
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
