// Writes shared/diagram/inter-advances.ts: the advance widths of the bundled Inter, with tabular figures, as a browser sets
// them. Run it after a change of the font: node assets/fonts/measure-advances.mjs [path of a Chromium]
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const weights = [400, 500, 550, 600];
const subsets = {
  latin: 'U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  'latin-ext': 'U+100-2AF,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0,U+2113',
  cyrillic: 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116',
};
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x400, 0x45f],
  [0x490, 0x491],
];
const singles = '–—‘’“”„…•′″€№™−→←↑↓≤≥≈∞\u2009\u202f';

const characters = [
  ...ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  ),
  ...singles,
];
const faces = Object.entries(subsets).map(([subset, unicodeRange]) => {
  const file = new URL(`./inter-${subset}-wght-normal.woff2`, import.meta.url);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${data});unicode-range:${unicodeRange}}`;
});

const executablePath = process.argv[2];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.setContent(`<style>${faces.join('')}</style><body></body>`);
const advances = await page.evaluate(
  async ({ weights, characters }) => {
    for (const weight of weights) await document.fonts.load(`${weight} 20px Inter`, characters.join(''));
    const span = document.body.appendChild(document.createElement('span'));
    span.style.cssText = 'position:absolute;white-space:pre;font-size:1000px;font-feature-settings:"tnum"';
    const widthIn = (family, weight, text) => {
      span.style.fontFamily = family;
      span.style.fontWeight = String(weight);
      span.textContent = text;
      return span.getBoundingClientRect().width;
    };
    return weights.map((weight) =>
      characters.map((character) => {
        // A character that the font lacks takes the width of the fallback, which differs between these two.
        const width = widthIn('Inter, monospace', weight, character);
        return width === widthIn('Inter, serif', weight, character) ? Math.round(width) : null;
      }),
    );
  },
  { weights, characters },
);
await browser.close();

const known = characters.map((_, i) => advances.every((widths) => widths[i] !== null));
const kept = characters.filter((_, i) => known[i]);
const missing = characters.filter((_, i) => !known[i]);
const rows = weights.map(
  (weight, w) => `  ${weight}: '${advances[w].filter((_, i) => known[i]).join(' ')}',`,
);
const escaped = kept.map((c) =>
  /['\\\u00a0\u00ad\u2009\u202f]/.test(c) ? `\\u${c.codePointAt(0).toString(16).padStart(4, '0')}` : c,
);

writeFileSync(
  new URL('../../shared/layout/inter-advances.ts', import.meta.url),
  `/** The characters whose widths are known; written by assets/fonts/measure-advances.mjs, as is all of this file. */
export const interCharacters =
  '${escaped.join('')}';

/** Advance widths in thousandths of the font size, in the order of \`interCharacters\`, by weight; tabular figures. */
export const interAdvances = {
${rows.join('\n')}
} as const;
`,
);
console.log(`${kept.length} characters measured, not in the font: ${missing.join(' ') || 'none'}`);
