import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import { fontFaceOf, interCuts } from '../../shared/diagram/inter-cuts';
import type { Theme } from '../../shared/diagram/palette';
import { toSvg } from '../../shared/formats/svg/draw';
import { printDesign } from '../../shared/model/print-design';
import type { Design } from '../../shared/model/schema';
import { groupKinds } from '../../shared/model/vocabulary';
import { type DrawnText, strokesOf, textsOfCanvas, textsOfPicture } from '../support/drawn-texts';
import { everyLook } from '../support/hard-designs';
import { dropFile, statusBar, test } from '../support/window';

const cutUrl = (id: string): URL =>
  new URL(
    `../../node_modules/@fontsource-variable/inter/files/inter-${id}-wght-normal.woff2`,
    import.meta.url,
  );

function pictureOf(design: Design, theme: Theme): string {
  const resolved = resolve(design);
  const result = analyze(resolved);
  const fontCss = interCuts.map((cut) => fontFaceOf(cut, readFileSync(cutUrl(cut.id), 'base64'))).join('');
  return toSvg(design, resolved, result.ok ? result.analysis : null, { theme, fontCss }).svg;
}

async function openAtFullSize(page: Page, design: Design): Promise<void> {
  await page.goto('/');
  const contents = Buffer.from(printDesign(design));
  await dropFile(page, 'design.loadline.json', 'application/json', contents);
  await expect(statusBar(page)).toContainText('serves');
  await page.keyboard.press('Shift+1');
  await expect(page.getByRole('button', { name: 'Zoom 100 %, choose another' })).toBeVisible();
}

const distance = (a: DrawnText, b: DrawnText): number => Math.hypot(a.left - b.left, a.middle - b.middle);

/** What a browser cuts by itself ends elsewhere, but begins alike: names of flows, chips. */
const isSame = (drawn: string, shown: string): boolean =>
  shown === drawn || (drawn.endsWith('…') && shown.startsWith(drawn.slice(0, -1).trim()));

/** Letters that are not measured but drawn in whatever font the machine has: where they are in the middle, that shows. */
const otherScripts =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u;

function disagreements(canvas: readonly DrawnText[], picture: readonly DrawnText[]): readonly string[] {
  const left = new Set(canvas);
  const found: string[] = [];
  for (const drawn of picture) {
    const [near] = [...left]
      .filter(({ text }) => isSame(drawn.text, text))
      .toSorted((a, b) => distance(a, drawn) - distance(b, drawn));
    if (near === undefined) {
      found.push(`“${drawn.text}” is in the picture alone`);
      continue;
    }
    left.delete(near);
    const looks = [near, drawn].map(({ px, weight, colour }) => `${px} px ${weight} ${colour}`);
    const isMeasured = drawn.text === near.text && !otherScripts.test(drawn.text);
    if (distance(near, drawn) > (isMeasured ? 1.3 : 4))
      found.push(`“${drawn.text}” is ${distance(near, drawn).toFixed(1)} px away`);
    if (looks[0] !== looks[1]) found.push(`“${drawn.text}”: ${looks.join(' | ')}`);
  }
  return [...found, ...[...left].map(({ text }) => `“${text}” is on the canvas alone`)];
}

for (const theme of ['light', 'dark'] as const) {
  test(`every text and line of a picture is where the canvas has it and looks the same, ${theme}`, async ({
    page,
    context,
  }) => {
    const size = { width: 2200, height: 1300 };
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openAtFullSize(page, everyLook);
    const canvas = await textsOfCanvas(page);
    const strokes = await strokesOf(page, '.react-flow__edge path, [data-kind] > svg > rect');
    const other = await context.newPage();
    await other.setViewportSize(size);
    await other.setContent(`<body style="margin:0">${pictureOf(everyLook, theme)}</body>`);
    await other.evaluate(() => document.fonts.ready);
    const picture = await textsOfPicture(other);
    expect(picture.length).toBeGreaterThan(50);
    expect(disagreements(canvas, picture)).toEqual([]);
    expect(strokes.length).toBeGreaterThanOrEqual(2 * 4 + groupKinds.length);
    expect(await strokesOf(other, 'svg > g > g > path[fill=none], svg > g > rect[fill=none]')).toEqual(
      strokes,
    );
  });
}
