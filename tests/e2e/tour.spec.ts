import { expect } from '@playwright/test';
import { addByName, statusBar, test } from '../support/window';

test('the tour goes from an overloaded design to one that the person fixed, and is not offered again', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour.getByRole('heading', { name: 'A design under load' })).toBeFocused();
  await expect(tour).toContainText('1 of 5');
  await tour.getByRole('button', { name: 'Next' }).press('Enter');

  await expect(tour.getByRole('status')).toContainText(/gets 1\d\d\s?% of the work/);
  await tour.getByRole('button', { name: 'Show it' }).press('Enter');
  await expect(tour.getByRole('heading', { name: 'Read why' })).toBeVisible();
  await tour.getByRole('button', { name: 'Open Problems' }).press('Enter');
  await expect(page.getByRole('tab', { name: /^Problems/, selected: true })).toBeVisible();
  await tour.getByRole('button', { name: 'Next' }).press('Enter');

  // The design is fixed by the person: nothing in the tour does it.
  await expect(tour.getByRole('status')).toContainText('Links is still overloaded');
  await expect(tour.getByRole('button')).toHaveText(['Skip the tour']);
  await page.getByRole('treeitem', { name: /^Redirect API,/ }).click();
  await addByName(page, 'cache');
  await expect(tour.getByRole('heading', { name: 'It holds' })).toBeVisible();
  await expect(statusBar(page)).toContainText('all served');
  await tour.getByRole('button', { name: 'Finish' }).press('Enter');
  await expect(tour).toBeHidden();

  const kept = await page.evaluate(() => localStorage.getItem('loadline:view'));
  expect(JSON.parse(kept ?? '{}')).toMatchObject({ tourOffered: false });
});
