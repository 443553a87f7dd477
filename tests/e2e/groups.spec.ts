import { expect, type Page } from '@playwright/test';
import {
  edgeOnCanvas,
  inOutline,
  inspector,
  onCanvas,
  openTemplate,
  savedDesign,
  stepButton,
  test,
} from '../support/window';

const middleOf = async (page: Page, id: string) => {
  const box = await onCanvas(page, id).boundingBox();
  if (box === null) throw new Error(`${id} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** TinyURL with the API that shortens and its numbers in a group of their own, whose id it gives. */
async function openGrouped(page: Page): Promise<{ readonly id: string; readonly ids: readonly string[] }> {
  await openTemplate(page, 'tinyUrl');
  const design = await savedDesign(page);
  const ids = ['shorten-api', 'id-ranges'].filter((id) =>
    design.system.nodes?.some((node) => node.id === id),
  );
  expect(ids).toHaveLength(2);
  await onCanvas(page, ids[0] ?? '').click();
  await onCanvas(page, ids[1] ?? '').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await page.getByRole('textbox', { name: 'Name of the group' }).fill('Writes');
  await page.keyboard.press('Enter');
  const grouped = await savedDesign(page);
  return { id: grouped.system.groups?.find(({ name }) => name === 'Writes')?.id ?? '', ids };
}

test('a group collapses, expands and takes in what is dropped on it', async ({ page }) => {
  await test.step('a group collapses to a card at which edges end, its button expands it, and all is as it was', async () => {
    const { id, ids } = await openGrouped(page);
    const before = await savedDesign(page);
    const group = onCanvas(page, id);
    await group.getByRole('button', { name: 'Collapse Writes' }).click();
    for (const member of ids) await expect(onCanvas(page, member)).toHaveCount(0);
    await expect(group.locator('[data-collapsed="true"]')).toBeVisible();
    await expect(inOutline(page, /^Writes, .*2 components, collapsed/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    const into = before.system.edges?.find((edge) => ids.includes(edge.to) && !ids.includes(edge.from));
    await expect(edgeOnCanvas(page, into?.id ?? '')).toHaveAttribute('aria-labelledby', `say-${into?.id}`);
    await expect(edgeOnCanvas(page, into?.id ?? '').locator('desc')).toContainText('calls Writes');
    await group.getByRole('button', { name: 'Expand Writes' }).click();
    for (const member of ids) await expect(onCanvas(page, member)).toBeVisible();
    expect((await savedDesign(page)).layout).toEqual(before.layout);
  });
  await test.step('by keyboard: collapse, expand, out of the group and into it again', async () => {
    const { id, ids } = await openGrouped(page);
    await inOutline(page, /^Writes/).click();
    await page.keyboard.press('ControlOrMeta+Alt+c');
    await expect(onCanvas(page, ids[0] ?? '')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Alt+e');
    await onCanvas(page, ids[0] ?? '').click();
    const groupOf = async () =>
      (await savedDesign(page)).system.nodes?.find((node) => node.id === ids[0])?.group;
    await page.keyboard.press('ControlOrMeta+Alt+m');
    await expect(page.getByRole('combobox', { name: 'Move into' })).toBeFocused();
    await page.getByRole('combobox', { name: 'Move into' }).fill('out of');
    await page.keyboard.press('Enter');
    await expect(stepButton(page, /^Undo “Take 1 part out/)).toBeVisible();
    await expect.poll(groupOf).not.toBe(id);
    await page.keyboard.press('ControlOrMeta+Alt+m');
    await page.getByRole('combobox', { name: 'Move into' }).fill('Writes');
    await page.keyboard.press('Enter');
    await expect.poll(groupOf).toBe(id);
  });
  await test.step('a card dragged over a group lights it, stands in it once it is dropped, and the group grows', async () => {
    const { id } = await openGrouped(page);
    const design = await savedDesign(page);
    const outside = design.system.nodes?.find((node) => node.id === 'clicks');
    const from = await middleOf(page, outside?.id ?? '');
    const box = await onCanvas(page, id).boundingBox();
    if (box === null) throw new Error('The group is not drawn.');
    await page.keyboard.press('Escape');
    await page.mouse.move(from.x, from.y + 14);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 30, box.y + box.height - 30, { steps: 6 });
    await expect(onCanvas(page, id).locator('[data-target="true"]')).toBeVisible();
    expect((await savedDesign(page)).system).toEqual(design.system);
    await page.mouse.up();
    const dropped = await savedDesign(page);
    expect(dropped.system.nodes?.find((node) => node.id === outside?.id)?.group).toBe(id);
    const [old, now] = [design.layout?.groups?.[id], dropped.layout?.groups?.[id]];
    expect((now?.width ?? 0) * (now?.height ?? 0)).toBeGreaterThan((old?.width ?? 0) * (old?.height ?? 0));
  });
  await test.step('the inspector of a group has its kind, its sums and its members', async () => {
    await openGrouped(page);
    await inOutline(page, /^Writes/).click();
    await expect(inspector(page).getByText('Highest utilization')).toBeVisible();
    await expect(inspector(page).getByRole('button', { name: 'Shorten API' })).toBeVisible();
  });
});
