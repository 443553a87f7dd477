import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { card } from '../../shared/layout/geometry';
import type { Camera, Peer } from './peer-page';
import { squareSceneOf } from './square-scene';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An editor that is measured. */
export interface Subject {
  readonly name: string;
  /** Puts the scene into the storage of the page, and gives the address under which it opens from there. */
  readonly prepare: (context: BrowserContext, count: number) => Promise<string>;
  /** An expression of the page: whether the scene is drawn. */
  readonly isShown: string;
  readonly showAll: (page: Page, count: number) => Promise<void>;
  readonly showAtFull: (page: Page, count: number) => Promise<void>;
  /** Where something to drag is on the screen, near its middle. */
  readonly grip: (page: Page, count: number) => Promise<Point>;
}

export const viewport = { width: 1280, height: 800 };
const prepareLimitMs = 90_000;

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

function boundsOf(count: number): Box {
  const places = Object.values(squareSceneOf(count).layout?.nodes ?? {});
  const width = Math.max(...places.map(({ x }) => x)) + card.width;
  return { x: 0, y: 0, width, height: Math.max(...places.map(({ y }) => y)) + card.height };
}

/** The camera that has the middle of the scene in the middle of the screen; it shows all of it where no zoom is given. */
function cameraOn(count: number, fixedZoom?: number): Camera {
  const { width, height } = boundsOf(count);
  const zoom = fixedZoom ?? Math.min((viewport.width - 100) / width, (viewport.height - 160) / height);
  return { x: viewport.width / 2 - (width / 2) * zoom, y: viewport.height / 2 - (height / 2) * zoom, zoom };
}

/** The middle of the card that is nearest to a place of the screen, there. */
function nearestCard(count: number, camera: Camera, to: Point): Point {
  let nearest: Point | null = null;
  for (const { x, y } of Object.values(squareSceneOf(count).layout?.nodes ?? {})) {
    const at = {
      x: (x + card.width / 2) * camera.zoom + camera.x,
      y: (y + card.height * 0.4) * camera.zoom + camera.y,
    };
    if (
      nearest === null ||
      Math.hypot(at.x - to.x, at.y - to.y) < Math.hypot(nearest.x - to.x, nearest.y - to.y)
    )
      nearest = at;
  }
  return nearest ?? to;
}

const middle: Point = { x: viewport.width / 2, y: viewport.height / 2 };

/** The program itself, as it is built. */
export function ownSubject(name: string, url: string, folder: string): Subject {
  const camera = (page: Page): Promise<Camera> =>
    page.evaluate(() => {
      const layer = document.querySelector('.react-flow__viewport');
      const surface = document.querySelector('.react-flow');
      if (layer === null || surface === null) throw new Error('There is no canvas.');
      const { a, e, f } = new DOMMatrix(getComputedStyle(layer).transform);
      const { left, top } = surface.getBoundingClientRect();
      return { x: e + left, y: f + top, zoom: a };
    });
  return {
    name,
    isShown: `document.querySelector('.react-flow__node, .react-flow canvas') !== null`,
    async prepare(context, count) {
      const file = join(folder, `scene-${count}.loadline.json`);
      writeFileSync(file, JSON.stringify(squareSceneOf(count)));
      const page = await context.newPage();
      await page.goto(url);
      const chooser = page.waitForEvent('filechooser');
      await page
        .getByRole('button', { name: /open file/i })
        .first()
        .click();
      await (await chooser).setFiles(file);
      await page
        .locator('.react-flow__node, .react-flow canvas')
        .first()
        .waitFor({ timeout: prepareLimitMs });
      await page
        .getByRole('status')
        .filter({ hasText: /^Saved$/ })
        .waitFor({ timeout: prepareLimitMs });
      await page.waitForTimeout(3_000);
      const address = page.url();
      await page.close();
      return address;
    },
    async showAll(page) {
      await page.keyboard.press('Shift+Digit1');
    },
    async showAtFull(page) {
      await page.keyboard.press('Shift+Digit0');
    },
    grip: async (page, count) => nearestCard(count, await camera(page), middle),
  };
}

const peerCamera = (page: Page): Promise<Camera> =>
  page.evaluate(() => {
    const { peer } = window as unknown as { readonly peer?: Peer };
    if (peer === undefined) throw new Error('There is no editor.');
    return peer.camera();
  });

const lookAt = (page: Page, camera: Camera): Promise<void> =>
  page.evaluate((to) => (window as unknown as { readonly peer?: Peer }).peer?.show(to), camera);

/** Another editor, on its page of `peers/`. */
export function peerSubject(name: string, url: string): Subject {
  return {
    name,
    isShown: 'window.peer !== undefined && window.peer.isShown()',
    async prepare(context, count) {
      const { x, y, zoom } = cameraOn(count);
      const address = `${url}${name}.html?count=${count}&x=${x}&y=${y}&zoom=${zoom}`;
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction('window.isKept === true && window.peer.isShown()', undefined, {
        timeout: prepareLimitMs,
      });
      await page.close();
      return address;
    },
    showAll: (page, count) => lookAt(page, cameraOn(count)),
    showAtFull: (page, count) => lookAt(page, cameraOn(count, 1)),
    grip: async (page, count) => nearestCard(count, await peerCamera(page), middle),
  };
}
