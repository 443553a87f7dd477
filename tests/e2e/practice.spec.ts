import { expect, type Page } from '@playwright/test';
import { addField, onCanvas, test } from '../support/window';

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

test('TinyURL from the prompt to the scorecard', async ({ page }) => {
  await beginTinyUrl(page);
  await sheet(page).getByRole('textbox', { name: 'Question' }).fill('How long is a link kept?');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('log')).toContainText('How long is a link kept?');
  await sheet(page)
    .getByRole('button', { name: /^Next: Estimates/ })
    .click();
  await sheet(page).getByRole('textbox').first().fill('1');
  await sheet(page).getByRole('button', { name: 'Check' }).click();
  await expect(sheet(page)).toContainText('1');
  await sheet(page).getByRole('button', { name: 'Make flows' }).click();
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  await finish(page);
  await expect(page.getByRole('region', { name: 'Estimates' })).toContainText('/ 15');
  await page.getByRole('tab', { name: 'Reference' }).click();
  await expect(page.getByRole('img', { name: 'Reference design' })).toBeVisible();
});

test('a reload in the middle goes on with the clock, the notes and the design', async ({ page }) => {
  await beginTinyUrl(page);
  await sheet(page).getByRole('textbox', { name: 'Use cases' }).fill('Shorten a link');
  await page.keyboard.press('Tab');
  await sheet(page).getByRole('button', { name: 'Pause' }).click();
  await page.locator('.react-flow__pane').click();
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
  await sheet(page).getByRole('combobox', { name: 'Section' }).selectOption({ index: 1 });
  await sheet(page).getByRole('button', { name: 'Make flows' }).click();
  await finish(page);
  await page.getByRole('tab', { name: /^Replay/ }).click();
  await page.getByRole('button', { name: /Make \d flows/ }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Good: flows first');
  await page.keyboard.press('Enter');
  const comments = page.getByRole('list', { name: 'Comments' });
  await expect(comments).toContainText('Ada: Good: flows first');
  await page.reload();
  await page.getByRole('tab', { name: /^Replay/ }).click();
  await expect(comments).toContainText('Ada: Good: flows first');
});
