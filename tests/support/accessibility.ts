import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What of the page a run looks at, by a selector; all of it where there is none. */
type Within = string | null;

const options = {
  preload: false,
  resultTypes: ['violations'],
  rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
};

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** axe in the page: its half a megabyte is read once a page, by its builder, and not at every look. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  // There are no frames: what joins their results would open a page for each run.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
}

/** What axe finds in the page as it stands, one line a finding. */
async function findingsOf(page: Page, within: Within, onlyRule: string | null): Promise<readonly string[]> {
  await bringAxe(page);
  const violations = await page.evaluate(
    async ([selector, run]) => {
      const { axe } = window as unknown as {
        readonly axe: {
          readonly run: (within: unknown, options: unknown) => Promise<{ violations: readonly Found[] }>;
        };
      };
      return (await axe.run(selector ?? document, run)).violations;
    },
    [
      within,
      onlyRule === null ? options : { ...options, runOnly: { type: 'rule', values: [onlyRule] } },
    ] as const,
  );
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
