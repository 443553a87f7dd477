import { expect, type Page } from '@playwright/test';
import { dragFromTo, middleOf } from '../support/actions';
import { onCanvas, openEmptyCanvas, openThreeInARow, savedDesign, stepButton, test } from '../support/window';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places of the canvas, from its upper left. */
async function placesOf(page: Page): Promise<(x: number, y: number) => Place> {
  const box = await page.getByRole('application', { name: 'Diagram' }).boundingBox();
  if (box === null) throw new Error('There is no canvas.');
  return (x, y) => ({ x: box.x + x, y: box.y + y });
}

const marksIn = async (page: Page) => (await savedDesign(page)).layout?.marks ?? [];

/**
 * What the same sketch takes in Excalidraw at the least. By its tools: keep tools (Q) and rectangle (R), eight drags, select (V), eight
 * times a double click and a text, Escape; arrow (A), seven drags. By its keys for flow charts, which place boxes by themselves:
 * rectangle and a drag, Enter, a text and Escape, then seven times Ctrl+Right, which adds a box with its arrow, Enter, a text and
 * Escape. Both with a text (T), a click, a text, Escape.
 */
const byTools = 2 + 8 + 1 + 16 + 1 + 8;
const byFlowChartKeys = 5 + 7 * 4;
const actionsInExcalidraw = Math.min(byTools, byFlowChartKeys) + 4;

test('a sketch of eight boxes with names, seven arrows and a note takes no more actions than in Excalidraw', async ({
  page,
}) => {
  await openEmptyCanvas(page);
  await page.keyboard.press('Escape');
  const at = await placesOf(page);
  let actions = 0;
  const press = async (key: string): Promise<void> => {
    actions += 1;
    await page.keyboard.press(key);
  };
  const drag = async (from: Place, to: Place): Promise<void> => {
    actions += 1;
    await dragFromTo(page, from, to);
  };
  const type = async (text: string): Promise<void> => {
    actions += 1;
    await page.keyboard.type(text);
  };
  const names = ['Visitor', 'Gateway', 'Orders', 'Cart', 'Cache', 'Store', 'Queue', 'Worker'];
  const corner = (index: number): Place => at(100 + (index % 4) * 220, 100 + Math.floor(index / 4) * 200);
  await press('r');
  await press('r');
  for (const [index, name] of names.entries()) {
    const { x, y } = corner(index);
    await drag({ x, y }, { x: x + 140, y: y + 80 });
    await type(name);
  }
  await press('Escape');
  await press('a');
  await press('a');
  for (let index = 0; index < 7; index += 1) {
    const [from, to] = [corner(index), corner(index + 1)];
    await drag({ x: from.x + 70, y: from.y + 40 }, { x: to.x + 70, y: to.y + 40 });
  }
  await press('n');
  actions += 1;
  const { x, y } = at(100, 480);
  await page.mouse.click(x, y);
  await type('Ask who owns the queue');
  await press('Escape');
  const marks = await marksIn(page);
  expect(marks.map(({ kind, text }) => (kind === 'arrow' ? kind : text))).toEqual([
    ...names,
    ...Array.from({ length: 7 }, () => 'arrow'),
    'Ask who owns the queue',
  ]);
  const ids = marks.map(({ id }) => id);
  expect(marks.slice(8, 15).map(({ from, to }) => [from?.part, to?.part])).toEqual(
    Array.from({ length: 7 }, (_none, index) => [ids[index], ids[index + 1]]),
  );
  expect(actions).toBe(32);
  expect(actions).toBeLessThanOrEqual(actionsInExcalidraw);
});

test('arrows, ink, frames and pictures are drawn', async ({ page }) => {
  await test.step('an arrow follows what it binds to, its end is dragged to another part, and the eraser takes all as one step', async () => {
    await openThreeInARow(page);
    const at = await placesOf(page);
    await page.keyboard.press('r');
    await dragFromTo(page, at(60, 40), at(200, 120));
    await page.keyboard.type('Sketch');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await dragFromTo(
      page,
      await middleOf(onCanvas(page, 'shape')),
      await middleOf(onCanvas(page, 'service')),
    );
    const path = onCanvas(page, 'arrow').locator('path').nth(1);
    const drawn = await path.getAttribute('d');
    await page.keyboard.press('Escape');
    await dragFromTo(page, at(80, 60), at(80, 200));
    await expect(path).not.toHaveAttribute('d', drawn ?? '');
    expect((await marksIn(page))[1]).toMatchObject({ from: { part: 'shape' }, to: { part: 'service' } });

    // It is held by its line, and by its two ends where it is selected.
    const tip = await middleOf(onCanvas(page, 'arrow').locator('path').nth(2));
    await page.mouse.click(tip.x, tip.y - 3);
    const ends = onCanvas(page, 'arrow').locator('span[class*="end"]');
    await expect(ends).toHaveCount(2);
    await dragFromTo(page, await middleOf(ends.nth(1)), await middleOf(onCanvas(page, 'client')));
    expect((await marksIn(page))[1]?.to).toMatchObject({ part: 'client' });

    await page.keyboard.press('e');
    const { x, y } = await middleOf(onCanvas(page, 'shape'));
    await dragFromTo(page, { x: x - 120, y }, { x: x + 200, y });
    await expect(stepButton(page, /^Undo “Delete/)).toBeEnabled();
    expect((await marksIn(page)).map(({ kind }) => kind)).not.toContain('shape');
    await page.keyboard.press('ControlOrMeta+z');
    expect((await marksIn(page)).map(({ kind }) => kind)).toEqual(['shape', 'arrow']);
  });
  await test.step('ink is kept as a few points, a frame takes along what lies in it, and hidden annotations are not drawn', async () => {
    await openThreeInARow(page);
    const at = await placesOf(page);
    await page.keyboard.press('x');
    const start = at(80, 80);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    for (let step = 1; step <= 100; step += 1)
      await page.mouse.move(start.x + step, start.y + Math.sin(step / 8) * 12);
    await page.mouse.up();
    const [ink] = await marksIn(page);
    expect(ink?.kind).toBe('ink');
    expect(ink?.path?.length ?? 0).toBeGreaterThan(10);
    expect(ink?.path?.length ?? 0).toBeLessThan(120);
    await expect(onCanvas(page, 'ink').locator('path')).toBeVisible();

    await page.keyboard.press('Shift+F');
    await dragFromTo(page, at(40, 40), at(260, 180));
    await page.keyboard.type('First');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    // By its line, beside the handle in the middle of the side.
    const frame = await page.locator('.react-flow__node-mark-frame').boundingBox();
    const grip = { x: (frame?.x ?? 0) + 1, y: (frame?.y ?? 0) + (frame?.height ?? 0) * 0.8 };
    await dragFromTo(page, grip, { x: grip.x + 60, y: grip.y + 100 });
    const moved = (await marksIn(page)).find(({ kind }) => kind === 'ink');
    expect(moved?.y ?? 0).toBeGreaterThan((ink?.y ?? 0) + 50);

    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').last().fill('Hide annotations');
    await page.keyboard.press('Enter');
    await expect(onCanvas(page, 'ink')).toHaveCount(0);
    expect((await savedDesign(page)).layout?.annotations).toEqual({ hidden: true });
    await page.keyboard.press('ControlOrMeta+z');
    await expect(onCanvas(page, 'ink')).toBeVisible();
  });
  await test.step('a picture that is dropped stands on the canvas, and one that is too large is made smaller and says so', async () => {
    await openThreeInARow(page);
    const at = await placesOf(page);
    /** Drops a PNG of noise, which does not compress. */
    const dropPicture = (sidePx: number, place: Place): Promise<void> =>
      page.evaluate(
        async ({ side, x, y }) => {
          const canvas = new OffscreenCanvas(side, side);
          const context = canvas.getContext('2d');
          const pixels = new ImageData(side, side);
          // So many bytes are given at once at the most.
          for (let from = 0; from < pixels.data.length; from += 65_536)
            crypto.getRandomValues(pixels.data.subarray(from, from + 65_536));
          for (let index = 3; index < pixels.data.length; index += 4) pixels.data[index] = 255;
          context?.putImageData(pixels, 0, 0);
          const files = new DataTransfer();
          files.items.add(new File([await canvas.convertToBlob()], 'plan.png', { type: 'image/png' }));
          const options = { dataTransfer: files, clientX: x, clientY: y, bubbles: true, cancelable: true };
          document.elementFromPoint(x, y)?.dispatchEvent(new DragEvent('drop', options));
        },
        { side: sidePx, ...place },
      );
    await dropPicture(40, at(200, 100));
    await expect(onCanvas(page, 'image').locator('image')).toBeVisible();
    const [small] = await marksIn(page);
    expect(small).toMatchObject({ kind: 'image', width: 40, height: 40, text: 'plan' });
    expect(small?.image).toMatch(/^data:image\/png;base64,/);
    await dropPicture(900, at(500, 300));
    await expect(page.getByText(/“plan.png” had .* MB and was reduced to 900 × 900 pixels/)).toBeVisible();
    expect((await marksIn(page))[1]?.image).toMatch(/^data:image\/webp;base64,/);
  });
});
