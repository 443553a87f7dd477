import type { Locator, Page } from '@playwright/test';

/** What a person does with mouse and keyboard, each counted: a click, a key that is not text, a text typed, a drag. */
export interface Actions {
  readonly count: () => number;
  readonly click: (target: Locator, options?: Parameters<Locator['click']>[0]) => Promise<void>;
  readonly press: (keys: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly connect: (from: Locator, to: Locator) => Promise<void>;
}

export function countedActions(page: Page): Actions {
  let count = 0;
  const counted = async (action: Promise<unknown>): Promise<void> => {
    count += 1;
    await action;
  };
  return {
    count: () => count,
    click: (target, options) => counted(target.click(options)),
    press: (keys) => counted(page.keyboard.press(keys)),
    type: (text) => counted(page.keyboard.type(text)),
    connect: (from, to) => counted(connectByHandle(page, from, to)),
  };
}

/** Draws a connection: a card that is pointed at shows its handles, and the right one is drawn to the other card. */
export async function connectByHandle(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  const handle = from.getByLabel('Draw a connection').first();
  await dragFromTo(page, await middleOf(handle), await middleOf(to));
}

export async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export async function dragFromTo(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const farthestTab = 120;

/** Moves the focus by Tab alone until it is there; returns how many presses that took. */
export async function tabTo(page: Page, target: Locator, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  for (let presses = 0; presses <= farthestTab; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return presses;
    await page.keyboard.press(keys);
  }
  throw new Error(`No ${keys} leads there.`);
}
