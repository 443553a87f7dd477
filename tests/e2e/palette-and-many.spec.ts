import { expect } from '@playwright/test';
import {
  inOutline,
  inspector,
  onCanvas,
  openTemplate,
  savedDesign,
  stepButton,
  test,
} from '../support/window';

test('a favourite stays in the palette, a template comes into the open design, and many parts are edited at once', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  const before = (await savedDesign(page)).system.nodes ?? [];
  const palette = page.getByRole('navigation', { name: 'Palette' });
  const quick = palette.getByRole('region', { name: 'Quick add' });

  await palette.getByRole('button', { name: 'About Queue', exact: true }).click();
  const card = page.getByRole('region', { name: 'About Queue', exact: true });
  await card.getByRole('button', { name: 'Add to favourites' }).click();
  await expect(card.getByRole('button', { name: 'Remove from favourites' })).toBeVisible();
  await card.getByRole('button', { name: 'Add SQS', exact: true }).click();
  expect((await savedDesign(page)).system.nodes?.at(-1)).toMatchObject({ kind: 'queue', technology: 'SQS' });
  await page.keyboard.press('Escape');
  await inOutline(page, 'Redirect API').click();
  await expect(quick).toContainText('Next to Redirect API');
  await expect(quick.getByRole('button', { name: 'Add Queue', exact: true }).last()).toBeVisible();

  await palette.getByRole('button', { name: /^Templates/ }).click();
  const gallery = page.getByRole('dialog', { name: 'Templates' });
  await gallery.getByRole('button', { name: 'several regions' }).click();
  await expect(gallery.getByRole('listitem')).toHaveCount(2);
  await gallery.getByRole('searchbox').fill('three tiers');
  await expect(gallery.getByRole('listitem')).toHaveCount(0);
  await gallery.getByRole('button', { name: 'several regions' }).click();
  const picture = gallery.getByRole('listitem').getByRole('presentation').or(gallery.locator('li img'));
  await expect(picture.first()).toHaveJSProperty('complete', true);
  expect(await picture.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    100,
  );
  await gallery.getByRole('button', { name: 'Insert Three tiers into this design' }).click();
  await expect(gallery).toHaveCount(0);
  await expect(stepButton(page, /Undo.*Insert “Three tiers”/)).toBeVisible();
  expect((await savedDesign(page)).system.nodes?.length).toBeGreaterThan(before.length + 3);

  await page.keyboard.press('Escape');
  await onCanvas(page, 'redirect-api').click();
  await onCanvas(page, 'shorten-api').click({ modifiers: ['Shift'] });
  const servers = inspector(page).getByRole('textbox', { name: 'Servers', exact: true });
  await expect(servers).toHaveAttribute('placeholder', 'mixed');
  await servers.fill('9');
  await servers.press('Enter');
  const edited = (await savedDesign(page)).system.nodes ?? [];
  expect(edited.filter(({ config }) => config?.replicas === 9)).toHaveLength(2);
  await stepButton(page, /Undo.*Servers/).click();
  expect((await savedDesign(page)).system.nodes?.filter(({ config }) => config?.replicas === 9)).toEqual([]);

  await inOutline(page, 'Redirect API').click();
  await inspector(page).getByRole('searchbox', { name: 'Find a field' }).fill('timeout');
  await expect(inspector(page).getByRole('textbox', { name: 'Servers', exact: true })).toHaveCount(0);
});
