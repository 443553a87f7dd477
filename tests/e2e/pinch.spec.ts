import { expect, type Locator, type Page } from '@playwright/test';
import { middleOf } from '../support/actions';
import { addField, inspector, onCanvas, openTemplate, statusBar, test } from '../support/window';

const zoomShown = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'Zoom' }).getByRole('button', { name: /^Zoom \d/ });

/** Turns the wheel with Ctrl held, as a pinch on a touch pad is told; gives whether the page kept the browser from zooming. */
async function pinch(page: Page, over: Locator): Promise<boolean> {
  const { x, y } = await middleOf(over);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const prevented = new Promise<boolean>((resolve) => {
      const options = { capture: true, once: true, passive: true } as const;
      addEventListener('wheel', (event) => setTimeout(() => resolve(event.defaultPrevented)), options);
    });
    Object.assign(window, { prevented });
  });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  const ctrl = 2;
  await session.send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    x,
    y,
    deltaX: 0,
    deltaY: -60,
    modifiers: ctrl,
  });
  const prevented = await page.evaluate(() => Reflect.get(window, 'prevented') as Promise<boolean>);
  await session.detach();
  return prevented;
}

async function expectPinch(page: Page, over: Locator, zooms: 'the canvas' | 'nothing'): Promise<void> {
  const before = (await zoomShown(page).textContent()) ?? '';
  expect(await pinch(page, over), 'kept from the browser').toBe(true);
  if (zooms === 'the canvas') await expect(zoomShown(page)).not.toHaveText(before);
  else await expect(zoomShown(page)).toHaveText(before);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
}

test('a pinch zooms the canvas over it and over what floats on it, nothing elsewhere, and never the page', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await onCanvas(page, 'lb').click();
  await expect(inspector(page)).toBeVisible();
  for (const over of [
    page.locator('.react-flow__pane'),
    page.getByRole('button', { name: /^Minimap/ }),
    page.getByRole('toolbar', { name: 'Zoom' }),
    page.getByRole('toolbar', { name: 'Tools' }),
  ])
    await expectPinch(page, over, 'the canvas');
  await page.keyboard.press('/');
  await expect(addField(page)).toBeFocused();
  await expectPinch(page, addField(page), 'the canvas');
  await page.keyboard.press('Escape');
  for (const over of [
    page.getByRole('navigation', { name: 'Palette' }),
    page.getByRole('banner'),
    statusBar(page),
    inspector(page),
  ])
    await expectPinch(page, over, 'nothing');
  await page.keyboard.press('ControlOrMeta+k');
  await expectPinch(page, page.getByRole('dialog'), 'nothing');
});
