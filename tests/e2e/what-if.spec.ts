import { expect, type Page } from '@playwright/test';
import { openThreeInARow, stepButton, test } from '../support/window';

const nowAndThen = (page: Page) => page.getByRole('region', { name: 'Now and then' });

test('a failing component is compared with now and kept as a scenario, and sizes are proposed and taken as one edit', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openThreeInARow(page);
  await page.locator('.react-flow__node').filter({ hasText: 'Service' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'What if this fails?' }).click();
  await expect(nowAndThen(page).getByText('The flow does not survive.')).toBeVisible();

  // Beside it, the load doubles; both are kept under a name, and taken up again.
  await page.getByRole('combobox', { name: 'What happens' }).selectOption('load');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const events = page.getByRole('list', { name: 'Simultaneous events' }).getByRole('listitem');
  await expect(events).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Name of the scenario' }).fill('Black Friday');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('button', { name: 'Black Friday', exact: true });
  await expect(kept).toBeVisible();
  await events
    .getByRole('button', { name: /^Leave out/ })
    .first()
    .click();
  await expect(nowAndThen(page).getByText('The flow survives.')).toBeVisible();
  await kept.click();
  await expect(events).toHaveCount(2);

  await page.getByRole('tab', { name: 'Cost' }).click();
  await page.getByRole('button', { name: 'Size it…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Size it' });
  await expect(dialog.getByRole('table', { name: 'What would change' })).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await stepButton(page, /^Undo “Size \d component/).click();
  await expect(stepButton(page, /^Undo “Size/)).toBeHidden();
});
