import { expect, type Page } from '@playwright/test';
import { inOutline, openTemplate, statusBar, test } from '../support/window';

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

/** Of the drawer, which comes before the inspector. */
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).first();

test('TinyURL meets 99.99 % with a second region and a second CDN, by doing what its findings say', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('l');
  await tab(page, 'Targets').click();
  const targets = page.getByRole('region', { name: 'Targets' });
  for (const flow of ['Redirect', 'Shorten']) {
    const field = targets
      .getByRole('row', { name: new RegExp(`${flow} .*availability`) })
      .getByRole('textbox');
    await field.fill('99.99');
    await field.press('Enter');
  }
  await tab(page, 'Problems').click();
  const problems = page.getByRole('tabpanel', { name: 'Problems' });
  await expect(problems).toContainText(/Redirect is to be available 99\.99\s% of the time/);
  await expect(problems).toContainText(/the region around it, and choose “Add a stand-in”/);
  await inOutline(page, /^us-east-1/).click();
  await runCommand(page, 'Add a stand-in');
  await expect(problems).toContainText(/CDN causes 99\.\d+\s% of the failures/);
  await expect(problems).toContainText(/Select the weakest component/);
  await inOutline(page, 'CDN').click();
  await runCommand(page, 'Add a stand-in');
  await expect(problems).not.toContainText(/its target is 99\.99/);
  await tab(page, 'Targets').click();
  for (const flow of ['Redirect', 'Shorten'])
    await expect(targets.getByRole('row', { name: new RegExp(`${flow} .*availability`) })).toContainText(
      'Met',
    );
});

test('the year in which TinyURL saturates is found, looked at, and sized for', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'tinyUrl');
  await page.keyboard.press('l');
  await tab(page, 'Load').click();
  const growth = page.getByRole('region', { name: 'Growth' });
  const saturated = growth.getByRole('row').filter({ has: page.getByRole('cell').nth(2).getByText(/month/) });
  await expect(saturated.first()).toContainText('Redirect API', { timeout: 30_000 });
  await saturated.first().getByRole('button').click();
  await expect(statusBar(page)).toContainText(/serves \d+\s%/);
  await tab(page, 'Problems').click();
  const problems = page.getByRole('tabpanel', { name: 'Problems' });
  const overloaded = problems
    .getByRole('listitem')
    .filter({ hasText: /Redirect API gets .*; its capacity is/ });
  await overloaded.getByRole('button', { name: /^Run \d+ replicas/ }).click();
  await expect(overloaded).toHaveCount(0);
  await expect(statusBar(page)).toContainText('all served');
  await tab(page, 'Load').click();
  await expect(saturated.filter({ hasText: 'Redirect API' })).toHaveCount(0, { timeout: 30_000 });
});
