import { expect, type Page } from '@playwright/test';
import {
  addByName,
  onCanvas,
  openTemplate,
  openThreeInARow,
  savedDesign,
  statusBar,
  stepButton,
  test,
} from '../support/window';

const problems = (page: Page) => page.getByRole('tabpanel', { name: 'Problems' });

const section = (page: Page, name: string) => problems(page).getByRole('region', { name });

const openProblems = async (page: Page): Promise<void> => {
  if (!(await problems(page).isVisible())) await page.getByRole('button', { name: /^Problems/ }).click();
  await expect(problems(page)).toBeVisible();
};

test('findings are counted, ordered, dismissed and answered', async ({ page }) => {
  await test.step('what wants a review is not counted as a problem; what is unfinished is', async () => {
    await openThreeInARow(page);
    await expect(statusBar(page)).toContainText(/\d+ to review/);
    await expect(statusBar(page)).not.toContainText(/error|warning|unfinished/);
    await expect(page.getByRole('button', { name: 'Problems', exact: true })).toBeVisible();
    await addByName(page, 'stream');
    await page.keyboard.press('Escape');
    await expect(statusBar(page)).toContainText('1 unfinished');
    await expect(page.getByRole('button', { name: 'Problems Number of problems: 1' })).toBeVisible();
  });
  await test.step('what is broken stands first and open, and long lists below it are folded with their count', async () => {
    await openThreeInARow(page);
    await openProblems(page);
    const review = section(page, 'Review');
    const count = await review.getByRole('listitem').count();
    expect(count).toBeGreaterThan(3);
    await page.getByRole('slider', { name: 'Load' }).focus();
    await page.keyboard.press('End');
    const broken = section(page, 'Broken or at risk');
    await expect(broken.getByRole('listitem').first()).toContainText('Error');
    await expect(problems(page).getByRole('region').first()).toHaveAccessibleName('Broken or at risk');
    await expect(review.getByRole('listitem')).toHaveCount(0);
    const heading = review.getByRole('button', { name: /^Review \d+/ });
    await expect(heading).toHaveAttribute('aria-expanded', 'false');
    await heading.click();
    await expect(review.getByRole('listitem').first()).toBeVisible();
  });
  await test.step('a finding is dismissed with a reason, listed with it and restored', async () => {
    await openThreeInARow(page);
    await openProblems(page);
    const firewall = problems(page).getByRole('listitem').filter({ hasText: 'no web application firewall' });
    await firewall.getByRole('button', { name: 'Dismiss…' }).click();
    const reason = problems(page).getByRole('textbox', { name: 'Reason' });
    await expect(reason).toBeFocused();
    await expect(problems(page).getByRole('button', { name: 'Dismiss', exact: true })).toBeDisabled();
    await reason.press('Escape');
    await expect(reason).toHaveCount(0);
    await expect(firewall).toHaveCount(1);

    await firewall.getByRole('button', { name: 'Dismiss…' }).click();
    await reason.fill('Only our own network reaches it');
    await reason.press('Enter');
    await expect(section(page, 'Review').getByText('no web application firewall')).toHaveCount(0);
    const dismissed = section(page, 'Dismissed');
    await dismissed.getByRole('button', { name: /^Dismissed 1/ }).click();
    await expect(dismissed.getByRole('listitem')).toContainText('no web application firewall');
    await expect(dismissed.getByRole('listitem')).toContainText('Only our own network reaches it');
    expect((await savedDesign(page)).system.suppressions).toEqual([
      { rule: 'no-web-firewall', target: 'service', reason: 'Only our own network reaches it' },
    ]);
    await expect(stepButton(page, 'Undo “Dismiss a finding”')).toBeEnabled();

    await dismissed.getByRole('button', { name: 'Restore' }).click();
    await expect(dismissed).toHaveCount(0);
    await expect(section(page, 'Review').getByText('no web application firewall')).toBeVisible();
    expect((await savedDesign(page)).system.suppressions).toBeUndefined();
  });
  await test.step('a question is answered in place, and its answer can be cleared', async () => {
    await openThreeInARow(page);
    await openProblems(page);
    const questions = section(page, 'Questions');
    const heading = questions.getByRole('button', { name: /^Questions \d+/ });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
    const items = questions.getByRole('listitem');
    const asked = await items.count();
    await items
      .first()
      .getByRole('group', { name: 'Your answer' })
      .getByRole('button', { name: 'Not relevant' })
      .click();
    await expect(items).toHaveCount(asked - 1);
    const [answer] = Object.values((await savedDesign(page)).system.practices ?? {});
    expect(answer).toEqual({ answer: 'n/a' });

    const answered = section(page, 'Answered');
    await answered.getByRole('button', { name: /^Answered 1/ }).click();
    await expect(answered.getByRole('listitem')).toContainText('Not relevant');
    await answered.getByRole('button', { name: 'Clear answer' }).click();
    await expect(answered).toHaveCount(0);
    await expect(items).toHaveCount(asked);
    expect((await savedDesign(page)).system.practices ?? {}).toEqual({});
  });
});

test('a quick fix shows its effect, which follows the load', async ({ page }) => {
  await test.step('a quick fix shows its effect on the figures before it is applied, by pointer, by keyboard and beside the reason', async () => {
    await openTemplate(page, 'withoutCache');
    await openProblems(page);
    const broken = section(page, 'Broken or at risk').getByRole('listitem').first();
    const fix = broken.getByRole('button', { name: 'Add a cache' });
    // With the canvas moved away the ghost of what the fix adds comes into view, and with it what it is connected to.
    const canvas = await page.locator('[data-canvas]').boundingBox();
    if (canvas === null) throw new Error('There is no canvas.');
    await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + 60);
    await page.mouse.wheel(0, 4000);
    await expect(onCanvas(page, 'links')).not.toBeInViewport();
    await fix.hover();
    await expect(page.locator('[data-fix-preview] rect').first()).toBeInViewport({ ratio: 0.99 });
    const tip = page.getByRole('tooltip');
    await expect(tip).toContainText('Redirect served 67 % → 100 %');
    await expect(tip).toContainText(/Redirect p99 unbounded → \d+\sms/);
    await expect(tip).toContainText(/\+\$\d+ a month/);
    await page.mouse.move(5, 300);
    await expect(tip).toBeHidden();

    await broken.getByRole('button', { name: 'Why' }).focus();
    await page.keyboard.press('Shift+Tab');
    await expect(fix).toBeFocused();
    await expect(fix).toHaveAccessibleDescription(/Redirect served 67\s% → 100\s%/);

    await broken.getByRole('button', { name: 'Why' }).click();
    const lines = broken.getByRole('listitem');
    await expect(lines.first()).toHaveText('Redirect served 67 % → 100 %');
    const [, p99 = ''] = /→ (\d+\sms)/.exec((await lines.nth(1).textContent()) ?? '') ?? [];
    expect(p99).not.toBe('');
    await fix.click();
    await expect(statusBar(page)).toContainText(`Redirect p99 ${p99}`);
  });
  await test.step('the effect of a quick fix follows the load', async () => {
    await openTemplate(page, 'withoutCache');
    await openProblems(page);
    const broken = section(page, 'Broken or at risk').getByRole('listitem').first();
    await broken.getByRole('button', { name: 'Why' }).click();
    await expect(broken).toContainText('Redirect served 67 % → 100 %');
    const load = page.getByRole('textbox', { name: 'Load' });
    await load.fill('2');
    await load.press('Enter');
    await expect(broken).not.toContainText('served 67 %');
    await expect(broken).toContainText(/Redirect served \d+\s% → /);
  });
});
