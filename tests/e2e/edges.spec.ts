import { expect, type Locator, type Page } from '@playwright/test';
import {
  edgeOnCanvas,
  onCanvas,
  openTemplate,
  openThreeInARow,
  savedDesign,
  test,
  viewAtRest,
} from '../support/window';

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The edge with the longest line on the canvas: its ends have handles, and there is room between them. */
const longestEdge = (page: Page): Promise<string> =>
  page.locator('.react-flow__edge').evaluateAll((edges) => {
    const lengthOf = (edge: Element) => edge.querySelector<SVGPathElement>('path')?.getTotalLength() ?? 0;
    return edges.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]?.getAttribute('data-id') ?? '';
  });

/** A point of a line in the window, a little before its middle, where a bend handle is. */
const middleOfLine = (path: Locator): Promise<{ readonly x: number; readonly y: number }> =>
  path.evaluate((line: SVGPathElement) => {
    const on = line
      .getPointAtLength(line.getTotalLength() * 0.4)
      .matrixTransform(line.getScreenCTM() ?? undefined);
    return { x: on.x, y: on.y };
  });

/** Selects an edge by keyboard, wherever it runs. */
async function selectEdge(page: Page, id: string): Promise<void> {
  await edgeOnCanvas(page, id).focus();
  await page.keyboard.press('Enter');
  await expect(edgeOnCanvas(page, id).locator('[data-selected="true"]')).toHaveCount(1);
}

const endHandle = (page: Page, end: 'from' | 'to') => page.locator(`button[data-end="${end}"]`);
const strokeOf = (page: Page, id: string) =>
  edgeOnCanvas(page, id)
    .locator('path')
    .nth(1)
    .evaluate((path) => getComputedStyle(path).stroke);

test('an edge is reconnected by its end and by keyboard, and its menu styles and labels it', async ({
  page,
}) => {
  await test.step('an end is dragged to another card with a preview, Escape cancels, and it is one step of undo', async () => {
    await openTemplate(page, 'tinyUrl');
    await selectEdge(page, 'cdn-lb');
    const target = await middleOf(onCanvas(page, 'dns'));
    const drag = async (): Promise<void> => {
      const { x, y } = await middleOf(endHandle(page, 'to'));
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move((x + target.x) / 2, (y + target.y) / 2);
      await page.mouse.move(target.x, target.y, { steps: 4 });
      await expect(edgeOnCanvas(page, 'cdn-lb').locator('[data-reconnecting]')).toBeAttached();
    };
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(edgeOnCanvas(page, 'cdn-lb').locator('[data-reconnecting]')).toHaveCount(0);
    await drag();
    const preview = await edgeOnCanvas(page, 'cdn-lb').locator('[data-reconnecting]').getAttribute('d');
    expect(preview).toMatch(/^M/);
    await page.mouse.up();
    await expect(edgeOnCanvas(page, 'cdn-lb').locator('desc')).toHaveText(/^CDN calls (?!Load balancer)/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(edgeOnCanvas(page, 'cdn-lb').locator('desc')).toHaveText(/^CDN calls Load balancer/);
  });
  await test.step('an edge is reconnected by keyboard', async () => {
    await openTemplate(page, 'tinyUrl');
    await selectEdge(page, 'lb-shorten-api');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find a command or a part' }).fill('Reconnect');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Reconnect edge' }).fill('statistics');
    await page.keyboard.press('Enter');
    await expect(edgeOnCanvas(page, 'lb-shorten-api').locator('desc')).toHaveText(/calls .*[Ss]tatistics/);
  });
  await test.step('the context menu of an edge reverses, styles and resets it; a double click labels it', async () => {
    await openThreeInARow(page);
    const [, second] = await page
      .locator('.react-flow__edge')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    const id = second ?? '';
    await selectEdge(page, id);
    await viewAtRest(page);
    const menu = async (name: string | RegExp): Promise<void> => {
      await edgeOnCanvas(page, id).locator('path').first().click({ button: 'right', force: true });
      await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name })).click();
    };
    await menu(/^Curved line/);
    await expect.poll(async () => (await savedDesign(page)).layout?.edges?.[id]).toEqual({ style: 'curved' });
    const before = await edgeOnCanvas(page, id).locator('desc').textContent();
    await menu('Reverse direction');
    await expect(edgeOnCanvas(page, id).locator('desc')).not.toHaveText(before ?? '');
    await page.keyboard.press('ControlOrMeta+z');
    await menu(/^Asynchronous/);
    await expect(edgeOnCanvas(page, id).locator('path').nth(1)).toHaveAttribute('stroke-dasharray', '6 4');
    const { x, y } = await middleOf(edgeOnCanvas(page, id));
    await page.mouse.dblclick(x, y);
    await page.getByRole('textbox', { name: 'Label of edge' }).fill('writes orders');
    await page.keyboard.press('Enter');
    await expect(edgeOnCanvas(page, id).locator('desc')).toHaveText(/writes orders/);
  });
});

test('a selected edge stays so under the pointer, and traffic moves on demand', async ({ page }) => {
  await test.step('pointing at a selected edge leaves it looking selected', async () => {
    await openTemplate(page, 'tinyUrl');
    const id = await longestEdge(page);
    await selectEdge(page, id);
    await page.mouse.move(2, 300);
    const selected = await strokeOf(page, id);
    // The inspector opens beside, and the canvas with its edges moves for it. Below the label the line itself is pointed at.
    await expect(async () => {
      const { x, y } = await middleOfLine(edgeOnCanvas(page, id).locator('path').nth(1));
      await page.mouse.move(x, y);
      expect(await edgeOnCanvas(page, id).evaluate((edge) => edge.matches(':hover'))).toBe(true);
    }).toPass();
    expect(await strokeOf(page, id)).toBe(selected);
  });
  await test.step('dots move along the edges on demand, and stand still where no motion is wanted', async () => {
    await openTemplate(page, 'tinyUrl');
    const dots = page.locator('canvas[data-traffic]');
    await expect(dots).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find a command or a part' }).fill('Animate traffic');
    await page.keyboard.press('Enter');
    const picture = () => dots.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const blank = await dots.evaluate((canvas: HTMLCanvasElement) => {
      const empty = document.createElement('canvas');
      empty.width = canvas.width;
      empty.height = canvas.height;
      return empty.toDataURL();
    });
    await expect.poll(picture).not.toBe(blank);
    const first = await picture();
    await expect.poll(picture).not.toBe(first);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.waitForTimeout(100);
    const still = await picture();
    await page.waitForTimeout(200);
    expect(await picture()).toBe(still);
  });
});
