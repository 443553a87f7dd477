import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { builtWindow } from '../../electron/launch/project.mjs';
import { openTemplate, statusBar, test } from '../support/window';

const read = (file: string): string => readFileSync(join(builtWindow, file), 'utf8');

/** Files with all that they import. */
function withImports(named: readonly string[]): readonly string[] {
  const files = new Set(named);
  for (const file of files)
    for (const [, imported] of read(file).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      files.add(`assets/${imported}`);
  return [...files];
}

/** Scripts and styles that the page names itself, with all that they import: what is loaded before anything is drawn. */
function loadedAtOnce(): readonly string[] {
  const named = [...read('index.html').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)];
  return withImports(named.flatMap(([, file = []]) => file));
}

const compressedBytes = (files: readonly string[]): number =>
  files.map((file) => gzipSync(read(file)).length).reduce((sum, size) => sum + size, 0);

const scripts = (): readonly string[] =>
  readdirSync(join(builtWindow, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `assets/${file}`);

/** A line that each of these parts has and no other. */
const lines = {
  guide: 'Connections first, then the disk under the leader',
  reason: 'More arrives than its servers can work off',
  mark: 'M22.71 13.145c-1.66 2.092',
  template: 'The same design without its cache',
} as const;

test('what is loaded before the first page is drawn is less than 255 kB, compressed', () => {
  const files = loadedAtOnce();
  expect(files.length).toBeGreaterThan(1);
  expect(compressedBytes(files)).toBeLessThan(255_000);
});

/** What is loaded before a design is drawn. */
function loadedForDesign(): readonly string[] {
  const editor = scripts().filter((file) => /\/editor-[^/]*\.js$/.test(file));
  expect(editor).toHaveLength(1);
  return withImports([...loadedAtOnce(), ...editor]);
}

test('what is loaded before a design is drawn is less than 470 kB, compressed', () => {
  expect(compressedBytes(loadedForDesign())).toBeLessThan(470_000);
});

/** Lines of what comes once a design is painted, or is worked out in workers. */
const linesAfterDesign = {
  command: 'Group as zone',
  analysis: 'No flow at position',
} as const;

for (const [part, line] of Object.entries(lines)) {
  test(`a ${part} is not among it, and is in the window once`, () => {
    const holders = scripts().filter((file) => read(file).includes(line));
    expect(holders).not.toEqual([]);
    // A worker is a program of its own, which has what it needs beside the window's.
    expect(holders.filter((file) => !file.includes('worker')).length).toBeLessThanOrEqual(1);
    expect(loadedAtOnce().filter((file) => holders.includes(file))).toEqual([]);
  });
}

/** Lines of what only an open design or a press needs, in the window and its workers alike. */
const linesOfEditor = {
  'command about a design': 'Zoom to selection',
  kind: 'Wide-column store',
  schema: 'exactOptional',
} as const;

for (const [part, line] of Object.entries(linesOfEditor)) {
  test(`a ${part} is not among it`, () => {
    expect(scripts().some((file) => read(file).includes(line))).toBe(true);
    expect(loadedAtOnce().filter((file) => read(file).includes(line))).toEqual([]);
  });
}

for (const [part, line] of Object.entries(linesAfterDesign)) {
  test(`no ${part} is loaded before a design is drawn`, () => {
    expect(scripts().some((file) => read(file).includes(line))).toBe(true);
    expect(loadedForDesign().filter((file) => read(file).includes(line))).toEqual([]);
  });
}

test('a key that is pressed before commands are loaded runs its command once they are', async ({ page }) => {
  await openTemplate(page, 'tinyUrl');
  let letCommandsIn = (): void => undefined;
  const isAsked = new Promise<void>((asked) => {
    void page.route(/\/assets\/commands-[^/]*\.js$/, async (route) => {
      asked();
      await new Promise<void>((go) => {
        letCommandsIn = go;
      });
      await route.continue();
    });
  });
  await page.reload();
  await isAsked;
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  letCommandsIn();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the licences of all that is in the window are beside it', () => {
  const notices: readonly { name: string; text: string }[] = JSON.parse(read('licenses.json'));
  const names = notices.map(({ name }) => name);
  for (const name of ['react', 'react-dom', 'scheduler', '@xyflow/react', 'd3-zoom', 'dexie', 'zod', 'Inter'])
    expect(names).toContain(name);
  expect(notices.filter(({ text }) => text.trim().length < 200)).toEqual([]);
});

test('a design that is opened with the window appears whole, without the first page before it', async ({
  page,
}) => {
  await openTemplate(page, 'tinyUrl');
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (document.querySelector('main h1, main h2') !== null) seen.push('first page');
      for (const card of document.querySelectorAll('.react-flow__node svg'))
        if (card.childElementCount === 0) seen.push('card without its mark');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(statusBar(page)).toContainText('p99');
  await expect(page.locator('.react-flow__node svg').first()).toBeVisible();
  expect(await page.evaluate(() => (window as Window & { seen?: readonly string[] }).seen)).toEqual([]);
});
