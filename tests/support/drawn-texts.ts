import type { Page } from '@playwright/test';

/** A line of text as a page draws it, in px of the drawing. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly middle: number;
  readonly px: number;
  readonly weight: string;
  /** '#rrggbb' */
  readonly colour: string;
}

/** Puts `window.hexOf` into the page: a colour of CSS, of any space, as it is painted. */
function addHexOf(page: Page): Promise<void> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('No canvas to read colours from.');
    Object.assign(window, {
      hexOf: (colour: string): string => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const channels = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
      },
    });
  });
}

declare global {
  interface Window {
    readonly hexOf: (colour: string) => string;
  }
}

/** The texts of the canvas that are seen, line by line, counted from the drawing's own origin. */
export async function textsOfCanvas(page: Page): Promise<readonly DrawnText[]> {
  await addHexOf(page);
  return page.evaluate(() => {
    const viewport = document.querySelector('.react-flow__viewport');
    const surface = document.querySelector('.react-flow');
    if (viewport === null || surface === null) throw new Error('There is no canvas.');
    const origin = surface.getBoundingClientRect();
    const moved = new DOMMatrix(getComputedStyle(viewport).transform);
    const found: DrawnText[] = [];
    const walker = document.createTreeWalker(viewport, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      // Hints below a card are the window's own.
      if (element === null || element.closest('.visually-hidden, desc, [hidden], [data-hint]') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(element);
      // A line is what is at one height: letters are measured one by one, since a wrapped text is one node.
      const lines: { text: string; left: number; top: number; bottom: number }[] = [];
      const range = document.createRange();
      let at = 0;
      for (const { segment } of new Intl.Segmenter('en').segment(node.textContent ?? '')) {
        range.setStart(node, at);
        at += segment.length;
        range.setEnd(node, at);
        const box = range.getBoundingClientRect();
        if (box.height === 0) continue;
        const last = lines.at(-1);
        if (last !== undefined && box.top < last.bottom - 2) {
          last.text += segment;
          last.left = Math.min(last.left, box.left);
        } else lines.push({ text: segment, left: box.left, top: box.top, bottom: box.bottom });
      }
      for (const { text, left, top, bottom } of lines) {
        if (text.trim() === '') continue;
        found.push({
          // In the window no line breaks before a unit; a picture breaks none by itself.
          text: text.trim().replaceAll('\u00a0', ' '),
          left: left - origin.left - moved.e,
          middle: (top + bottom) / 2 - origin.top - moved.f,
          px: Number.parseFloat(style.fontSize),
          weight: style.fontWeight,
          colour: window.hexOf(style.color),
        });
      }
    }
    return found;
  });
}

/** The texts of a picture that is in the page as SVG, counted from the drawing's own origin. */
export async function textsOfPicture(page: Page): Promise<readonly DrawnText[]> {
  await addHexOf(page);
  return page.evaluate(() => {
    const drawing = document.querySelector('svg > g');
    const picture = document.querySelector('svg');
    if (!(drawing instanceof SVGGElement) || picture === null) throw new Error('There is no picture.');
    const origin = picture.getBoundingClientRect();
    const moved = drawing.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return [...drawing.querySelectorAll('text')].map((element) => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return {
        text: (element.textContent ?? '').trim(),
        left: box.left - origin.left - moved.e,
        middle: (box.top + box.bottom) / 2 - origin.top - moved.f,
        px: Number.parseFloat(style.fontSize),
        weight: style.fontWeight,
        colour: window.hexOf(style.fill),
      };
    });
  });
}

/** Lines of edges and frames of groups, each with its shape and how it is stroked, in the order of their shapes. */
export async function strokesOf(page: Page, selector: string): Promise<readonly string[]> {
  await addHexOf(page);
  return page.evaluate((wanted) => {
    const listed = (lengths: string): string =>
      lengths === 'none' || /^1(px)?, 0(px)?$/.test(lengths) ? 'no gaps' : lengths.replaceAll('px', '');
    return [...document.querySelectorAll<SVGGraphicsElement>(wanted)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const style = getComputedStyle(element);
        const { width, height } = element.getBBox();
        const shape =
          element.getAttribute('d') ?? `${width} × ${height}, corners ${Number.parseFloat(style.rx)}`;
        const line = `${Number.parseFloat(style.strokeWidth).toFixed(2)} px, ${listed(style.strokeDasharray)}`;
        const ends = `${style.strokeLinecap} ${style.strokeLinejoin}`;
        return `${shape}: ${window.hexOf(style.stroke)}, ${line}, ${ends}`;
      })
      .toSorted();
  }, selector);
}
