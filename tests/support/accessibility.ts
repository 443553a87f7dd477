import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What of the page a run looks at, by a selector; all of it where there is none. */
type Within = string | null;

/** What axe finds in the page as it stands, one line a finding. */
async function findingsOf(page: Page, within: Within, onlyRule: string | null): Promise<readonly string[]> {
  // There are no frames: what joins their results would open a page for each run.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  axe.options({
    preload: false,
    resultTypes: ['violations'],
    rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
  });
  if (onlyRule !== null) axe.withRules([onlyRule]);
  if (within !== null) axe.include(within);
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, at: target.join(' '), why: failureSummary ?? '' })),
  );
  const counted = [];
  for (const { id, at, why } of found)
    if (id !== 'target-size' || !(await isOnCanvas(page, at))) counted.push(`${id}: ${at} ${why}`);
  return counted;
}

/** What is drawn on the canvas is as large as the zoom makes it; the inspector has the same to press. */
const isOnCanvas = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((found) => found.closest('.react-flow__viewport') !== null);

/** axe finds nothing, in light or in dark: what only depends on colours is looked at twice. */
export async function expectAccessible(page: Page, state: string, within: Within = null): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await findingsOf(page, within, colorScheme === 'dark' ? 'color-contrast' : null);
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}
