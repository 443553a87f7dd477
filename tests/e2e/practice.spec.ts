import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility';
import { addField, onCanvas, openTemplate, test } from '../support/window';

/** Begins an attempt at TinyURL from the first page, untimed unless a length is chosen there. */
async function beginTinyUrl(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Practice', exact: true }).click();
  await page.getByRole('button', { name: 'Start TinyURL' }).click();
  await expect(page.getByRole('timer', { name: 'Clock' })).toHaveText(/^4[45]:\d\d$/);
}

const sheet = (page: Page) => page.getByRole('region', { name: 'Attempt' });

async function finish(page: Page): Promise<void> {
  await sheet(page).getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finish and score' }).click();
  await expect(page.getByText(/^\d+ of 100 ·/)).toBeVisible();
}

/** The points of the attempt that is reviewed. */
const pointsShown = async (page: Page): Promise<number> =>
  Number(/^(\d+) of 100/.exec(await page.getByText(/^\d+ of 100 ·/).innerText())?.[1]);

test('TinyURL from the prompt to the scorecard, once badly and once well', async ({ page }) => {
  let badly = Number.NaN;
  await test.step('a client with flows that nothing answers gets few points', async () => {
    await beginTinyUrl(page);
    await sheet(page).getByRole('textbox', { name: 'Question' }).fill('How long is a link kept?');
    await page.keyboard.press('Enter');
    await expect(sheet(page).getByRole('log')).toContainText('How long is a link kept?');
    await sheet(page)
      .getByRole('button', { name: /^Next: Estimates/ })
      .click();
    await sheet(page).getByRole('textbox').first().fill('1');
    await sheet(page).getByRole('button', { name: 'Check' }).click();
    await expect(sheet(page)).toContainText('1 rps is under 19 rps');
    await sheet(page).getByRole('button', { name: 'Make flows' }).click();
    await expect(page.locator('.react-flow__node')).toHaveCount(1);
    await finish(page);
    await expect(page.getByRole('region', { name: 'Estimates' })).toContainText('/ 15');
    badly = await pointsShown(page);
    await page.getByRole('tab', { name: 'Reference' }).click();
    await expect(page.getByRole('img', { name: 'Reference design' })).toBeVisible();
  });
  await test.step('a design that carries the load gets many more, and says for what', async () => {
    await beginTinyUrl(page);
    await sheet(page)
      .getByRole('textbox', { name: 'Use cases' })
      .fill('Shorten a link, redirect whoever follows it, expire it, and count clicks. No accounts.');
    await sheet(page)
      .getByRole('button', { name: /^Next: Estimates/ })
      .click();
    for (const [title, amount] of Object.entries({
      'New links a second, average': '40',
      'Redirects a second, average': '4k',
      'Redirects a second at peak': '12k',
      'New links a second at peak': '120',
    }))
      await sheet(page).getByRole('textbox', { name: title, exact: true }).fill(amount);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('Templates');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Insert TinyURL into this design', exact: true }).click();
    await expect(onCanvas(page, 'links')).toBeVisible();
    await finish(page);
    expect(await pointsShown(page)).toBeGreaterThan(badly + 30);
    await expect(page.getByRole('region', { name: 'High-level design' })).toContainText(
      'Redirect is served at peak.',
    );
  });
  await test.step('both are compared, with what made the difference', async () => {
    await page.getByRole('button', { name: 'Practice', exact: true }).click();
    await page.getByText('2 attempts').click();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    const comparison = page.getByRole('region', { name: 'Comparison' });
    await expect(comparison).toContainText('Redirect is served at peak.');
    await expect(comparison.getByRole('img', { name: 'Design of the later attempt' })).toBeVisible();
    await expectAccessible(page, 'the list of problems with a comparison', 'main');
  });
});

test('a reload in the middle goes on with the clock, the notes and the design', async ({ page }) => {
  await beginTinyUrl(page);
  await sheet(page).getByRole('textbox', { name: 'Use cases' }).fill('Shorten a link');
  await page.keyboard.press('Tab');
  await sheet(page).getByRole('button', { name: 'Pause' }).click();
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 400 } });
  await page.keyboard.press('/');
  await addField(page).fill('service');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  const clock = await page.getByRole('timer', { name: 'Clock' }).innerText();
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.getByRole('timer', { name: 'Clock' })).toHaveText(clock);
  await expect(sheet(page).getByRole('textbox', { name: 'Use cases' })).toHaveValue('Shorten a link');
  await expect(onCanvas(page, 'service')).toBeVisible();
});

test('a mentor comments on a moment of the replay', async ({ page }) => {
  await beginTinyUrl(page);
  await expectAccessible(page, 'the sheet of an attempt', 'aside, [aria-label="Attempt"]');
  await sheet(page).getByRole('combobox', { name: 'Section' }).selectOption({ index: 1 });
  await sheet(page).getByRole('button', { name: 'Make flows' }).click();
  await finish(page);
  await expectAccessible(page, 'a scorecard', 'main');
  await page.getByRole('tab', { name: /^Replay/ }).click();
  await page.getByRole('button', { name: /Make \d flows/ }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Good: flows first');
  await page.keyboard.press('Enter');
  const comments = page.getByRole('list', { name: 'Comments' });
  await expect(comments).toContainText('Ada: Good: flows first');
  await expectAccessible(page, 'a replay with a comment', 'main');
  await page.getByRole('tab', { name: 'Reference' }).click();
  await expect(page.getByRole('img', { name: 'Reference design' })).toBeVisible();
  await expectAccessible(page, 'the reference beside an attempt', 'main');
  await page.reload();
  await page.getByRole('tab', { name: /^Replay/ }).click();
  await expect(comments).toContainText('Ada: Good: flows first');
});

test('a design becomes a problem with a hint and a variant of one’s own, which is practised', async ({
  page,
}) => {
  await openTemplate(page, 'withoutCache');
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Make a problem');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Make a problem of this design' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Links of ours');
  await dialog.getByRole('tab', { name: /^Variants/ }).click();
  await dialog.getByLabel('Add a design as a variant').selectOption({ index: 1 });
  const variant = dialog.getByRole('group', { name: 'Variant 1' });
  await expect(variant.getByRole('list', { name: 'Shown by the analysis' })).toContainText(
    'Misses p99 of Redirect',
  );
  await expectAccessible(page, 'the variants of a problem', 'dialog');
  await expect(dialog.getByRole('status')).toContainText('Variant 1 is not written yet.');
  await variant.getByRole('textbox', { name: 'What breaks' }).fill('The store is overloaded.');
  await dialog.getByRole('tab', { name: /^Hints/ }).click();
  await dialog.getByRole('button', { name: 'Add a hint' }).click();
  await dialog.getByRole('group', { name: 'Hint 1' }).getByRole('textbox').fill('Who asks, and how often?');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Add to Practice' }).click();
  await page.locator('[data-tone]').getByRole('button', { name: 'Practice', exact: true }).click();
  await test.step('and it is edited again where it stands', async () => {
    await page.getByRole('button', { name: 'Edit Links of ours' }).click();
    const edited = page.getByRole('dialog', { name: 'Edit the problem' });
    await edited.getByRole('tab', { name: /^Hints/ }).click();
    await edited.getByRole('group', { name: 'Hint 1' }).getByRole('textbox').fill('How often is it asked?');
    await page.keyboard.press('Tab');
    await edited.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(edited).toBeHidden();
  });
  await page.getByRole('button', { name: 'Start Links of ours' }).click();
  await sheet(page).getByRole('button', { name: 'Show a hint (1 left)' }).click();
  await expect(sheet(page)).toContainText('How often is it asked?');
});
