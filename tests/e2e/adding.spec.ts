import { expect, type Locator, type Page } from '@playwright/test';
import { dragFromTo, middleOf } from '../support/actions';
import {
  addField,
  edgeOnCanvas,
  idOf,
  inOutline,
  onCanvas,
  openEmptyCanvas,
  openThreeInARow,
  savedDesign,
  stepButton,
  test,
  viewAtRest,
} from '../support/window';

const callsOf = async (page: Page): Promise<readonly string[]> =>
  ((await savedDesign(page)).system.edges ?? []).map(({ from, to }) => `${from} > ${to}`);

/** Whether two things on the screen share some area. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) throw new Error('It is not on the screen.');
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

const addBox = (page: Page): Locator =>
  page.locator('[data-floating]').filter({ has: page.getByRole('combobox') });

test('ten components are typed in a row, the keys of the canvas work in between, and a question stays open', async ({
  page,
}) => {
  await openEmptyCanvas(page);
  const texts = [
    'client',
    'cdn',
    'lb',
    'Redirect API',
    'link cache',
    'Link DB',
    'Clicks queue',
    'Click worker',
    'Audit',
    'Report store',
  ];
  let keys = 0;
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(addField(page)).toHaveValue('');
    keys += 1;
  }
  // Nothing but the texts and an Enter each.
  expect(keys).toBe(10);
  await expect(inOutline(page, 'Report store')).toBeVisible();
  await expect(addField(page)).toBeFocused();
  const kinds = (await savedDesign(page)).system.nodes?.map(({ kind, name }) => `${kind}: ${name ?? ''}`);
  expect(kinds).toEqual([
    'client: ',
    'cdn: ',
    'load-balancer: ',
    'service: Redirect API',
    'cache: link cache',
    'sql-database: Link DB',
    'queue: Clicks queue',
    'worker: Click worker',
    'custom: Audit',
    'sql-database: Report store',
  ]);

  const storeId = idOf(await savedDesign(page), 'Report store');
  const placeOf = async (): Promise<{ x: number; y: number } | undefined> =>
    (await savedDesign(page)).layout?.nodes?.[storeId];
  const before = await placeOf();
  await page.keyboard.press('ArrowRight');
  expect((await placeOf())?.x).toBe((before?.x ?? 0) + 1);
  await page.keyboard.press('ControlOrMeta+z');
  expect(await placeOf()).toEqual(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(inOutline(page, 'Report store')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(inOutline(page, 'Report store')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(addField(page)).toHaveCount(0);

  await inOutline(page, 'Report store').click();
  await page.keyboard.press('/');
  await page.keyboard.press('Delete');
  await expect(inOutline(page, 'Report store')).toHaveCount(0);
  await expect(addField(page)).toBeFocused();
  await page.keyboard.press('Escape');

  // A second flow, and a second callee of the load balancer: what does it carry?
  await inOutline(page, 'Client').click();
  await page.keyboard.press('Shift+0');
  await onCanvas(page, 'client').getByRole('button', { name: '+ flow' }).click();
  await page.keyboard.type('Shorten');
  await page.keyboard.press('Enter');
  await inOutline(page, 'Load balancer').click();
  await page.keyboard.press('/');
  for (const text of ['Shorten API', 'Shorten cache']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  const chips = page.getByRole('group', { name: 'What does this edge carry?' });
  await expect(chips).toBeVisible();
  await expect(addField(page)).toBeFocused();
  expect(await areApart(addBox(page), chips)).toBe(true);
  await page.keyboard.type('S3');
  await expect(page.getByText('↵', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(chips).toBeVisible();
  await expect(chips.getByRole('button', { name: 'Shorten' })).toBeFocused();
  await expect(page.getByText('↵', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  const design = await savedDesign(page);
  const edge = design.system.edges?.find(({ to }) => to === idOf(design, 'Shorten API'));
  expect(edge?.flows).toEqual([idOf(design, 'Shorten')]);
});

test('a palette entry is inserted on the edge it is dropped on, and connected to the card', async ({
  page,
}) => {
  await openThreeInARow(page);
  const list = page.getByRole('region', { name: 'Components' });
  const carry = async (name: string, to: { x: number; y: number }): Promise<void> => {
    const entry = list.getByRole('button', { name, exact: true });
    await entry.scrollIntoViewIfNeeded();
    const from = await middleOf(entry);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 40, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
  };
  const [client, service] = [
    await middleOf(onCanvas(page, 'client')),
    await middleOf(onCanvas(page, 'service')),
  ];
  await carry('Load balancer', { x: (client.x + service.x) / 2, y: service.y });
  await expect(page.locator('[data-drop-edge="client-service"]')).toBeAttached();
  await expect(page.locator('[data-fix-preview]').getByText('Load balancer')).toBeVisible();
  await page.mouse.up();
  await expect(inOutline(page, 'Load balancer')).toBeVisible();
  expect(await callsOf(page)).toEqual([
    'client > load-balancer',
    'service > sql-database',
    'load-balancer > service',
  ]);
  await expect(page.locator('[data-drop-edge]')).toHaveCount(0);
  expect(await areApart(onCanvas(page, 'load-balancer'), onCanvas(page, 'service'))).toBe(true);

  await page.keyboard.press('Shift+1');
  await carry('Cache', await middleOf(onCanvas(page, 'service')));
  await page.mouse.up();
  await expect(inOutline(page, 'Cache')).toBeVisible();
  expect(await callsOf(page)).toContain('service > cache');
  expect(await areApart(onCanvas(page, 'cache'), onCanvas(page, 'service'))).toBe(true);

  // The place beside a card from a handle: the box covers neither the tools nor where the card will stand.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await viewAtRest(page);
  await onCanvas(page, 'sql-database').hover();
  const handle = onCanvas(page, 'sql-database').getByLabel('Draw a connection').last();
  const canvas = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
  const corner = {
    x: (canvas?.x ?? 0) + (canvas?.width ?? 0) * 0.6,
    y: (canvas?.y ?? 0) + (canvas?.height ?? 0) - 110,
  };
  await dragFromTo(page, await middleOf(handle), corner);
  await expect(addField(page).or(page.getByRole('combobox', { name: /Add/ }))).toBeFocused();
  for (const tools of ['Tools', 'Zoom'])
    expect(await areApart(addBox(page), page.getByRole('toolbar', { name: tools }))).toBe(true);
  expect(await areApart(addBox(page), page.getByRole('button', { name: /^Minimap/ }))).toBe(true);
  await page.keyboard.press('Enter');
  expect(await callsOf(page)).toContain('sql-database > read-replica');
});

test('a group is named where it stands and moves by its title with its members; what is typed wrong stays at its field', async ({
  page,
}) => {
  await openThreeInARow(page);
  await onCanvas(page, 'service').click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('ControlOrMeta+g');
  const title = page.getByRole('textbox', { name: 'Name of the group' });
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('Europe');
  await page.keyboard.press('Enter');
  const before = await savedDesign(page);
  const group = idOf(before, 'Europe');
  await expect(onCanvas(page, group)).toBeVisible();
  const from = await middleOf(onCanvas(page, group).getByText('Europe', { exact: true }));
  await dragFromTo(page, from, { x: from.x, y: from.y + 120 });
  await expect(stepButton(page, 'Undo “Move Europe”')).toBeEnabled();
  const after = await savedDesign(page);
  const [was, is] = [before.layout?.groups?.[group], after.layout?.groups?.[group]];
  expect([is?.width, is?.height]).toEqual([was?.width, was?.height]);
  expect(after.system).toEqual(before.system);
  expect((after.layout?.nodes?.['service']?.y ?? 0) - (before.layout?.nodes?.['service']?.y ?? 0)).toBe(
    (is?.y ?? 0) - (was?.y ?? 0),
  );

  const rate = onCanvas(page, 'client').getByRole('button', { name: '1k', exact: true });
  await rate.click();
  const field = page.getByRole('textbox', { name: /^Rate of/ });
  await field.fill('lots');
  await field.press('Enter');
  await expect(field).toHaveValue('lots');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(onCanvas(page, 'client').getByRole('alert')).toContainText('Not a number');
  await field.press('Escape');
  await expect(field).toHaveCount(0);

  // The flow is still selected: a click on the empty canvas deselects it.
  await expect(inOutline(page, 'Requests')).toHaveAttribute('aria-selected', 'true');
  const canvas = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
  await page.mouse.click((canvas?.x ?? 0) + 60, (canvas?.y ?? 0) + 60);
  await expect(inOutline(page, 'Requests')).not.toHaveAttribute('aria-selected', 'true');
  await expect(edgeOnCanvas(page, 'client-service')).toBeAttached();
  expect(await page.evaluate(() => getComputedStyle(document.body).userSelect)).toBe('none');
});
