import { expect, type Locator, type Page } from '@playwright/test';
import { clippedElements, contrasts, cutFigures, poorControls, smallTexts } from '../support/looks';
import {
  addByName,
  inOutline,
  inspector,
  openEmptyCanvas,
  openTemplate,
  statusBar,
  templateCount,
  test,
} from '../support/window';

const sizes = [
  { width: 1600, height: 1000 },
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

const leastTextPx = 11;

/** What the status bar is at least as high as once it has a second line. */
const twoLinesPx = 40;

// Zooming is then done at once, and every measure is of what stays.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The parts of the window in which nothing may be cut off. */
const bars = ['header', 'footer'] as const;

async function expectSound(page: Page, parts: readonly string[] = bars, where = ''): Promise<void> {
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  expect.soft(await smallTexts(page, leastTextPx), `texts under 11 px ${where}`).toEqual([]);
  for (const bar of parts)
    expect.soft(await clippedElements(page, bar), `cut off in ${bar} ${where}`).toEqual([]);
  expect.soft(await poorControls(page), `controls without name or under 24 px ${where}`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, `wider than the window ${where}`).toBeLessThanOrEqual(0);
  const status = await statusBar(page).boundingBox();
  expect.soft(status?.height, `height of the status bar ${where}`).toBeLessThan(twoLinesPx);
}

/** Measures the window at every size. What changes with the theme is a matter of colour, which the tokens answer for. */
async function expectSoundAtEverySize(page: Page, parts: readonly string[] = bars): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectSound(page, parts, `at ${size.width} × ${size.height}`);
  }
}

test('at every size all is legible, nothing is cut off and every control can be hit', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openTemplate(page, 'withoutCache');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await inOutline(page, 'Links').click();
  await expect(inspector(page)).toBeVisible();
  await expectSoundAtEverySize(page, [...bars, 'aside']);

  await page.keyboard.press('p');
  await expect(page.getByRole('tabpanel', { name: 'Problems' })).toBeVisible();
  await inOutline(page, 'Redirect').click();
  await inspector(page).getByRole('tab', { name: 'Numbers' }).click();
  await expectSoundAtEverySize(page, [...bars, 'aside']);

  await page.keyboard.press('l');
  await inspector(page).getByRole('button', { name: 'Close the inspector' }).click();
  await page.keyboard.press('Shift+1');
  await expectSoundAtEverySize(page, [...bars, '#drawer-panel']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectSound(page);
});

test('at every size every field of a store and a long list of problems are legible and whole', async ({
  page,
}) => {
  await openEmptyCanvas(page);
  for (const kind of ['client', 'api gateway', 'service', 'cache', 'sql']) await addByName(page, kind);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  for (const name of ['SQL database', 'Cache', 'Service', 'API gateway']) {
    await inOutline(page, name).click();
    await inspector(page).getByRole('button', { name: /^More/ }).click();
    await expectSoundAtEverySize(page, [...bars, 'aside']);
  }
  await page.keyboard.press('p');
  const problems = page.getByRole('tabpanel', { name: 'Problems' });
  await problems.getByRole('button', { name: 'Dismiss…' }).first().click();
  await expectSoundAtEverySize(page, [...bars, '#drawer-panel']);
  const questions = problems
    .getByRole('region', { name: 'Questions' })
    .getByRole('button', { name: /^Questions/ });
  if ((await questions.getAttribute('aria-expanded')) === 'false') await questions.click();
  await problems.getByRole('button', { name: 'Not relevant' }).last().scrollIntoViewIfNeeded();
  await expectSoundAtEverySize(page, [...bars, '#drawer-panel']);
});

test('a figure on a card is whole at every zoom at which figures are drawn', async ({ page }) => {
  await page.goto('/#/new/microservices');
  const zoom = statusBar(page).getByRole('button', { name: /^Zoom/ });
  await expect(page.locator('.react-flow__node', { hasText: 'Search index' })).toContainText('p99');
  for (let step = 0; step < 5; step += 1) {
    expect(await cutFigures(page), (await zoom.textContent()) ?? '').toEqual([]);
    const before = await zoom.textContent();
    await page.keyboard.press('+');
    await expect(zoom).not.toHaveText(before ?? '');
  }
});

const grounds = ['--panel', '--ground', '--raised'] as const;

test('every text token has a contrast of at least 4.5 to what it stands on', async ({ page }) => {
  await page.goto('/');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const texts = ['--text', '--muted', '--faint', '--accent', '--ok', '--warning', '--error'] as const;
    const measured = await contrasts(page, [
      ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
      ['--accent-text', '--accent'],
      ['--accent', '--accent-soft'],
      ['--text', '--accent-soft'],
      ['--error', '--error-soft'],
      ['--text', '--error-soft'],
      ['--warning', '--warning-soft'],
      ['--text', '--note'],
    ]);
    expect(measured['--text on --panel'], theme).toBeGreaterThan(10);
    expect(
      Object.entries(measured).filter(([, contrast]) => contrast < 4.5),
      theme,
    ).toEqual([]);
  }
});

test('zoomed out, a line that would come under 11 px is dropped', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  const zoom = statusBar(page).getByRole('button', { name: /^Zoom/ });
  for (let step = 0; step < 8; step += 1) {
    expect(await smallTexts(page, leastTextPx), `after ${step} steps`).toEqual([]);
    const before = await zoom.textContent();
    await page.keyboard.press('-');
    await expect(zoom).not.toHaveText(before ?? '');
  }
});

test('the library, its dialogs and the command palette are legible, and every control can be named and hit', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('main').locator('img')).toHaveCount(templateCount);
  expect(await smallTexts(page, leastTextPx)).toEqual([]);
  expect(await poorControls(page)).toEqual([]);
  for (const keys of ['?', 'ControlOrMeta+k']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await smallTexts(page, leastTextPx), keys).toEqual([]);
    expect(await poorControls(page), keys).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('what floats over the canvas is whole and above its tools', async ({ page }) => {
  const canvas = page.getByRole('region', { name: 'Canvas' });
  for (const size of [sizes[0], sizes[2]]) {
    await page.setViewportSize(size);
    await openTemplate(page, 'withoutCache');
    const corner = await cornerOf(canvas);
    await page.mouse.click(corner.x, corner.y, { button: 'right' });
    await expectOnTop(page.getByRole('menu'));
    await page.keyboard.press('Escape');

    await page.mouse.dblclick(corner.x, corner.y);
    await expectOnTop(page.getByRole('listbox', { name: 'Components' }));
    await page.keyboard.press('Escape');

    await inOutline(page, 'Links').click();
    await addByName(page, 'queue');
    await page.keyboard.press('Escape');
    const notice = page.getByRole('group', { name: 'What was filled in' });
    for (const by of [
      { x: 0, y: -2_000 },
      { x: -4_000, y: 0 },
      { x: 0, y: 4_000 },
      { x: 8_000, y: 0 },
    ]) {
      await page.mouse.move(corner.x - size.width / 3, 200);
      await page.mouse.wheel(by.x, by.y);
      await expectOnTop(notice);
    }
  }
});

/** A point of the empty canvas near its lower right corner, above the overview. */
async function cornerOf(canvas: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The canvas is not drawn.');
  return { x: box.x + box.width - 20, y: box.y + box.height - 170 };
}

/** Whole in the window, with nothing over any part of it. */
async function expectOnTop(floating: Locator): Promise<void> {
  await expect(floating).toBeInViewport({ ratio: 1 });
  await expect.poll(() => floating.evaluate(coveringElements), { message: 'what lies over it' }).toEqual([]);
}

function coveringElements(element: Element): readonly string[] {
  const { left, top, width, height } = element.getBoundingClientRect();
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const points = steps.flatMap((x) => steps.map((y) => ({ x: left + width * x, y: top + height * y })));
  const covering = points
    .map(({ x, y }) => document.elementFromPoint(x, y))
    .filter((found) => found === null || !element.contains(found));
  return covering.map((found) => found?.outerHTML.slice(0, 80) ?? 'outside of the window');
}
