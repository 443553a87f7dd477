import type { Page } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the screen, as the browser itself makes events of them. */
export interface Fingers {
  /** Where they are now; fewer than before lifts those that are left out. */
  readonly at: (...places: readonly Place[]) => Promise<void>;
  readonly lift: () => Promise<void>;
}

export async function fingersOf(page: Page): Promise<Fingers> {
  const session = await page.context().newCDPSession(page);
  let isDown = false;
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]) => {
    const touchPoints = places.map(({ x, y }, id) => ({ x, y, id }));
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    async at(...places) {
      await send(isDown ? 'touchMove' : 'touchStart', places);
      isDown = true;
    },
    async lift() {
      await send('touchEnd', []);
      isDown = false;
    },
  };
}
