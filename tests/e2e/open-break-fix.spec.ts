import { expect, type Page } from '@playwright/test';
import {
  contentsOf,
  dropFile,
  inOutline,
  inspector,
  onCanvas,
  openTemplate,
  savedDesign,
  statusBar,
  templateCount,
  test,
} from '../support/window';

const problems = (page: Page) => page.getByRole('tabpanel', { name: 'Problems' });

test('the first page offers TinyURL, the same without its cache, an empty canvas and the shapes of systems, each with its picture', async ({
  page,
}) => {
  await page.goto('/');
  const choices = page.getByRole('main').getByRole('listitem');
  await expect(choices).toHaveCount(templateCount + 1);
  await expect(choices.nth(0)).toContainText('TinyURL');
  await expect(choices.nth(1)).toContainText('TinyURL without its cache');
  await expect(choices.nth(2)).toContainText('Empty canvas');
  for (const shape of ['Monolith', 'Microservices', 'Active-active'])
    await expect(choices.filter({ has: page.getByText(shape, { exact: true }) })).toHaveCount(1);
  await expect(choices.locator('img')).toHaveCount(templateCount);
  for (const picture of await choices.locator('img').all()) {
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100);
  }
});

test('TinyURL opens healthy, saturates as the load slider is moved up, and recovers as it is moved back', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await expect(statusBar(page)).toContainText('rps, all served');
  await expect(statusBar(page)).toContainText(/Redirect p99 86\sms of 100\sms/);
  await expect(statusBar(page)).not.toContainText(/error|unbounded/);
  await expect(inOutline(page, /saturated/)).toHaveCount(0);
  await expect(onCanvas(page, 'links')).toContainText('Links');
  await page.getByRole('button', { name: /^Details/ }).click();
  await expect(
    page.getByRole('tabpanel', { name: 'Layers' }).getByRole('row', { name: /^Data/ }),
  ).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Load' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('textbox', { name: 'Load factor' })).toHaveValue('×20');
  await expect(statusBar(page)).toContainText(/serves .* of .*k\srps/);
  await expect(statusBar(page)).toContainText(/\d+ errors?/);
  await expect(inOutline(page, /saturated/).first()).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('textbox', { name: 'Load factor' })).toHaveValue('×0.25');
  await expect(statusBar(page)).toContainText('all served');
  await expect(inOutline(page, /saturated/)).toHaveCount(0);
  // Load is a way of looking: nothing of it is in the document or in its history.
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('TinyURL without its cache is red, and the cache that is offered fixes it as one step', async ({
  page,
}) => {
  await openTemplate(page, 'withoutCache');
  const before = await savedDesign(page);
  await expect(statusBar(page)).toContainText('p99 unbounded');
  await expect(onCanvas(page, 'links').getByRole('button', { name: /^Error/ })).toBeVisible();
  await page.getByRole('button', { name: /^Problems/ }).click();
  const overloaded = problems(page).getByRole('listitem').filter({ hasText: 'Add a cache' });
  await expect(overloaded).toHaveCount(1);
  await overloaded.getByRole('button', { name: 'Links' }).click();
  await expect(inOutline(page, 'Links')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Links');

  await overloaded.getByRole('button', { name: /^Add a cache/ }).click();
  await expect(statusBar(page)).toContainText('all served');
  await expect(statusBar(page)).not.toContainText('error');
  const fixed = await savedDesign(page);
  const cache = fixed.system.nodes?.find((node) => node.kind === 'cache');
  expect(cache).toBeDefined();
  const place = fixed.layout?.nodes?.[cache?.id ?? ''];
  const region = fixed.layout?.groups?.[cache?.group ?? ''];
  if (place === undefined || region === undefined) throw new Error('The cache stands nowhere.');
  expect(place.y).toBeGreaterThan(region.y);
  expect(place.x).toBeGreaterThan(region.x);
  await expect(onCanvas(page, cache?.id ?? '')).toBeVisible();

  await page.getByRole('button', { name: /^Undo “Add a cache/ }).click();
  await expect(statusBar(page)).toContainText('serves');
  expect((await savedDesign(page)).system).toEqual(before.system);
  await page.getByRole('button', { name: /^Redo “Add a cache/ }).click();
  await expect(statusBar(page)).toContainText('all served');
  expect((await savedDesign(page)).system).toEqual(fixed.system);
});

test('a design that was closed is found again, by reload and in the library', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const design = await savedDesign(page);
  await page.reload();
  await expect(statusBar(page)).toContainText('86 ms');
  expect(await savedDesign(page)).toEqual(design);

  await page.getByRole('button', { name: 'All designs' }).click();
  const line = page.getByRole('list', { name: 'Designs' }).getByRole('listitem');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(`${design.system.nodes?.length} parts`);
  await page.reload();
  await line.getByRole('button', { name: /^TinyURL/ }).click();
  await expect(statusBar(page)).toContainText('86 ms');
  await page.goBack();
  await expect(line).toHaveCount(1);
});

test('the JSON, the SVG and the PNG that are saved open again as the same design', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const design = await savedDesign(page);
  const address = page.url();
  for (const [format, type, file] of [
    ['JSON', 'application/json', 'TinyURL.loadline.json'],
    ['SVG', 'image/svg+xml', 'TinyURL.svg'],
    ['PNG', 'image/png', 'TinyURL.png'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format);
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `Save ${file}` }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(file);

    await dropFile(page, file, type, await contentsOf(saved));
    await expect(page).not.toHaveURL(address);
    await expect(statusBar(page)).toContainText('86 ms');
    const opened = await savedDesign(page);
    expect(opened.id).not.toBe(design.id);
    // Its name is taken, by the one it was saved from.
    expect(opened.name).toMatch(/^TinyURL \d$/);
    expect(opened.system).toEqual(design.system);
    expect(opened.layout).toEqual(design.layout);
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { name: 'TinyURL', exact: true })).toBeVisible();
  }
});

test('the figures are saved as tables too, what is chosen for pictures stays, and a file is chosen and opened', async ({
  page,
}) => {
  // Listened for well before it is asked for: the browser is told so only some time after.
  const choosing = page.waitForEvent('filechooser', { timeout: 50_000 });
  await openTemplate(page, 'tinyUrl');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('checkbox', { name: 'Caption' }).uncheck();
  for (const [format, file, start] of [
    ['Markdown', 'TinyURL.md', '# TinyURL\n\nFigures at load ×1.\n\n## Feature expectations\n'],
    ['CSV', 'TinyURL.csv', '"id","name","kind","technology"'],
  ] as const) {
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format);
    await expect(dialog.locator('pre')).toContainText(start);
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `Save ${file}` }).click();
    const contents = await contentsOf(await saving);
    expect(contents.toString('utf8').startsWith(start)).toBe(true);
    await page.getByRole('button', { name: 'Export' }).click();
  }
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('SVG');
  await expect(dialog.getByRole('checkbox', { name: 'Caption' })).not.toBeChecked();
  await page.keyboard.press('Escape');

  const saving = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const contents = await contentsOf(await saving);
  const renamed = contents.toString('utf8').replace('"name": "TinyURL"', '"name": "From a file"');
  await page.keyboard.press('ControlOrMeta+o');
  await (await choosing).setFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(renamed),
  });
  await expect(page.getByRole('heading', { name: 'From a file' })).toBeVisible();
  await expect(statusBar(page)).toContainText('86 ms');
});
