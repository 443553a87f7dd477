import type { Page } from '@playwright/test';

/** A text on the screen that is drawn smaller than a person can read, with its height in pixels of the screen. */
export interface SmallText {
  readonly text: string;
  readonly px: number;
}

/** Every text that is seen and drawn under `leastPx`, zoom included. */
export function smallTexts(page: Page, leastPx: number): Promise<readonly SmallText[]> {
  return page.evaluate((least) => {
    const found: SmallText[] = [];
    /** What the canvas's zoom and what is set against it make of a pixel. */
    const scaleOf = (element: Element | null): number =>
      element === null
        ? 1
        : new DOMMatrix(getComputedStyle(element).transform).a * scaleOf(element.parentElement);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const element = node.parentElement;
      if (
        text === '' ||
        element === null ||
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue;
      if (element.closest('.visually-hidden, option, script, style, desc') !== null) continue;
      const box = element.getBoundingClientRect();
      if (
        box.width === 0 ||
        box.right <= 0 ||
        box.bottom <= 0 ||
        box.left >= innerWidth ||
        box.top >= innerHeight
      )
        continue;
      const px = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
      if (px < least - 0.05) found.push({ text, px: Math.round(px * 100) / 100 });
    }
    return found;
  }, leastPx);
}

/** Elements in a part of the window whose content does not fit them, or that stand out of the window. */
export function clippedElements(page: Page, part: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const root = document.querySelector<HTMLElement>(selector);
    if (root === null) return [`${selector} is not there`];
    const found: string[] = [];
    for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
      if (element.closest('.visually-hidden') !== null) continue;
      const style = getComputedStyle(element);
      const words = `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
        found.push(`${words}: out of the window`);
      // What is let out is seen; what is cut with an ellipsis says that there is more; a list that scrolls sideways is one.
      if (style.overflowX === 'visible' || style.textOverflow === 'ellipsis') continue;
      if (element.hasAttribute('data-scrolls') || element instanceof HTMLInputElement) continue;
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`${words}: ${element.scrollWidth} in ${element.clientWidth}`);
    }
    return found;
  }, part);
}

/** Figures on cards, of those that are drawn, whose text stands out of its place or of its card's inside. */
export function cutFigures(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>('[class*="_figure_"], [class*="_rate_"], [class*="_score_"]'),
    ].flatMap((figure) => {
      const card = figure.closest('.react-flow__node')?.getBoundingClientRect();
      if (card === undefined || figure.textContent === '') return [];
      // A unit that gave way is on a second line: what is judged is the first.
      const words = document.createRange();
      words.selectNodeContents(figure.querySelector('b') ?? figure);
      const { right } = words.getBoundingClientRect();
      const place = figure.getBoundingClientRect();
      const isCut = right > place.right + 0.5 || place.right > card.right;
      return isCut ? [`${figure.textContent} in ${Math.round(place.width)} px`] : [];
    }),
  );
}

/** Buttons and fields that no one can name or that are too small to hit: under 24 pixels either way. */
export function poorControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const viewport = document.querySelector('.react-flow__viewport');
    const zoom = viewport === null ? 1 : new DOMMatrix(getComputedStyle(viewport).transform).a;
    const controls = document.querySelectorAll<HTMLElement>(
      'button, [role="button"], [role="treeitem"], input:not([type="range"]), select, textarea, a[href]',
    );
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const box = control.getBoundingClientRect();
      const labels =
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
          ? [...(control.labels ?? [])]
          : [];
      const name =
        control.getAttribute('aria-label') ??
        (control.hasAttribute('aria-labelledby') ? 'named by another' : null) ??
        [...labels.map((label) => label.textContent), control.textContent].join(' ').trim();
      const words = `${control.tagName.toLowerCase()} “${name}”`;
      if (name === '') found.push(`${words} ${control.className} has no name`);
      const isHit = (x: number, y: number): boolean => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (control.contains(hit) || labels.some((label) => label.contains(hit)));
      };
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      if (middle.x < 0 || middle.y < 0 || middle.x > innerWidth || middle.y > innerHeight) continue;
      // Out of sight under something, or scrolled away in its panel.
      if (!isHit(middle.x, middle.y)) continue;
      const reaches = (dx: number, dy: number): boolean => isHit(middle.x + dx, middle.y + dy);
      // What is on the canvas is judged by its size at 100 %: it shrinks and grows with the drawing.
      const least = 23.5 * (control.closest('.react-flow__viewport') === null ? 1 : Math.min(1, zoom));
      const isTall = box.height >= least || (reaches(0, -least / 2) && reaches(0, least / 2));
      const isWide = box.width >= least || (reaches(-least / 2, 0) && reaches(least / 2, 0));
      if (!isTall || !isWide) found.push(`${words}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
    return found;
  });
}

/** The contrast, by WCAG, of the tokens that text is drawn in on those that it is on, for the pairs given. */
export function contrasts(
  page: Page,
  pairs: readonly (readonly [text: string, ground: string])[],
): Promise<Readonly<Record<string, number>>> {
  return page.evaluate((wanted) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('No canvas to read colours from.');
    const luminance = (token: string): number => {
      canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return Object.fromEntries(
      wanted.map(([text, ground]) => {
        const [high = 0, low = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => b - a);
        return [`${text} on ${ground}`, (high + 0.05) / (low + 0.05)];
      }),
    );
  }, pairs);
}
