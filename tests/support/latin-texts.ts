import type { Page } from '@playwright/test';

/** Units, the signs of figures and the names of keys, which are the same in every language that this program speaks. */
const units =
  /\/mo\b|^(?:ms|s|min|h|d|y|kB|MB|GB|Mbit\/s|rps)$|\b(?:Ctrl|Alt|Shift|Esc|Del)\b(?:\+\w+)*|(?<=[\d∞–] ?)(?:k|M|B|T)?(?: ?(?:rps|ms|s|min|h|d|y|kB|MB|GB|TB|PB|B|Mbit\/s|Gbit\/s|px|pt|kB\/s|MB\/s))?(?![A-Za-z])|\brps\b|\bp(?:50|95|99|99\.9)\b/g;

/**
 * Visible texts of the page, and what it says of itself to a screen reader, that have Latin letters beside the values given: in the
 * pseudo-locale these are texts that nobody looked up. What is marked `translate="no"` is passed over.
 */
export async function latinTexts(page: Page, values: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const isKept = (element: Element | null): boolean => element?.closest('[translate="no"]') != null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || isKept(parent) || ['SCRIPT', 'STYLE'].includes(parent.tagName)) continue;
      if (parent.closest('desc, title') === null && !parent.checkVisibility()) continue;
      if (node.textContent !== null) found.add(node.textContent);
    }
    const spoken = ['label', 'roledescription', 'valuetext', 'description'].map((name) => `aria-${name}`);
    const attributes = [...spoken, 'alt', 'title', 'placeholder', 'data-tip'];
    for (const element of document.body.querySelectorAll(attributes.map((name) => `[${name}]`).join(',')))
      if (!isKept(element)) for (const name of attributes) found.add(element.getAttribute(name) ?? '');
    return [...found];
  });
  const longestFirst = values.filter((value) => value.trim() !== '').toSorted((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let left = text.replaceAll('\u00a0', ' ');
    for (const value of longestFirst) left = left.replaceAll(value, ' ');
    // A value that has no room is cut.
    const cut = left.replace(/…$/, '');
    if (cut !== left && values.some((value) => value.startsWith(cut))) return false;
    return /[A-Za-z]{2,}/.test(left.replace(units, ' '));
  });
}
