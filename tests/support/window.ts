import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test as base, type Download, expect, type Locator, type Page } from '@playwright/test';
import type { Design } from '../../shared/model/schema';

/** A window in which any complaint of the page fails the test. `expected` takes those that the test itself provokes. */
interface WindowFixtures {
  readonly complaints: { readonly expected: RegExp[] };
}

export const test = base.extend<WindowFixtures>({
  complaints: [
    async ({ context }, use) => {
      const heard: string[] = [];
      const complaints = { expected: [] as RegExp[] };
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
      });
      context.on('weberror', (error) => heard.push(error.error().message));
      await use(complaints);
      const unexpected = heard.filter((text) => !complaints.expected.some((known) => known.test(text)));
      expect(unexpected, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a new design by its address. A window that stands already is not loaded again: only its design is another. */
async function openAnew(page: Page, address: string): Promise<void> {
  const before = await page.title();
  await page.goto(address);
  // No two designs of a library have one name.
  await expect.poll(() => page.title()).toMatch(/ – Loadline$/);
  await expect.poll(() => page.title()).not.toBe(before);
}

/** An empty canvas that asks who calls, past the first page, which takes a second of a processor to draw. */
export async function openEmptyCanvas(page: Page): Promise<void> {
  await openAnew(page, '/#/new');
  await expect(addField(page)).toBeFocused();
}

/** How many designs there are to start from: read from the folder, since JSON cannot be imported here. */
export const templateCount = readdirSync(new URL('../../shared/templates', import.meta.url)).filter((file) =>
  file.endsWith('.json'),
).length;

const templates = { tinyUrl: 'tinyurl', withoutCache: 'tinyurl-without-cache' } as const;

/** Opens a template as a new design, past the first page, and waits for its figures. */
export async function openTemplate(page: Page, template: keyof typeof templates): Promise<void> {
  await openAnew(page, `/#/new/${templates[template]}`);
  await expect(statusBar(page)).toContainText(template === 'tinyUrl' ? 'p99' : 'serves');
}

/** The field of the add box on the canvas; the palette at the left has one of the same name. */
export const addField = (page: Page): Locator => page.getByRole('combobox', { name: 'Add a component' });

/** A line of the outline, the mirror of all that is drawn, also of what is out of sight. */
export const inOutline = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('treeitem', { name: typeof name === 'string' ? new RegExp(`^${name}(,|$)`) : name });

/** What of a part is drawn on the canvas, by its id in the document. */
export const onCanvas = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__node[data-id="${id}"]`);

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** The box of something on the canvas once the view has come to rest: two looks, 50 ms apart, find it at one place. */
export async function restingBox(locator: Locator): Promise<Box> {
  let last = await locator.boundingBox();
  await expect(async () => {
    await locator.page().waitForTimeout(50);
    const before = last;
    last = await locator.boundingBox();
    expect(last).not.toBeNull();
    expect(last).toEqual(before);
  }).toPass();
  if (last === null) throw new Error('Nothing was drawn.');
  return last;
}

/** The line of a call on the canvas, by the edge's id. */
export const edgeOnCanvas = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__edge[data-id="${id}"]`);

export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

export const statusBar = (page: Page): Locator => page.getByRole('contentinfo');

/** Adds what the add box finds for a text, beside what is selected. */
export async function addByName(page: Page, text: string): Promise<void> {
  if (!(await addField(page).isVisible())) await page.keyboard.press('/');
  await addField(page).fill(text);
  await page.keyboard.press('Enter');
}

/** A client that calls a service that calls a store, made through the add box. */
export async function openThreeInARow(page: Page): Promise<void> {
  await openEmptyCanvas(page);
  for (const kind of ['client', 'service', 'sql']) await addByName(page, kind);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await expect(statusBar(page)).toContainText('all served');
  await viewAtRest(page);
}

/** Waits until the canvas no longer moves: a pointer that a card leaves behind points at nothing. */
export async function viewAtRest(page: Page): Promise<void> {
  const transform = () => page.locator('.react-flow__viewport').getAttribute('style');
  await expect(async () => {
    const before = await transform();
    await page.waitForTimeout(150);
    expect(await transform()).toBe(before);
  }).toPass();
}

/** The undo or redo button while it names this step. */
export const stepButton = (page: Page, step: string | RegExp): Locator =>
  page.getByRole('button', { name: step });

/** The open design as it lies in storage, once the window says that it is saved. */
export async function savedDesign(page: Page): Promise<Design> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  const id = /#\/design\/(.+)$/.exec(page.url())?.[1] ?? '';
  const body = await storedBody(page, id);
  if (body === undefined) throw new Error(`There is no design “${id}” in storage.`);
  return body.design;
}

interface StoredDesign {
  readonly id: string;
  readonly revision: number;
  readonly design: Design;
}

/** What storage holds under an id, read past the window. */
export function storedBody(page: Page, id: string): Promise<StoredDesign | undefined> {
  return page.evaluate(
    (key) =>
      new Promise<StoredDesign | undefined>((resolve, reject) => {
        const opening = indexedDB.open('loadline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('bodies').objectStore('bodies').get(key);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    id,
  );
}

/** The ids of nodes by the names they are shown under, for what the document names itself. */
export function idOf(design: Design, name: string): string {
  const parts = [
    ...(design.system.nodes ?? []),
    ...(design.system.flows ?? []),
    ...(design.system.groups ?? []),
  ];
  const found = parts.find((part) => part.name === name)?.id;
  if (found === undefined) throw new Error(`Nothing is called “${name}”.`);
  return found;
}

export async function contentsOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** Drops a file on the window, as from the desktop. */
export async function dropFile(page: Page, name: string, type: string, contents: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, fileType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type: fileType }));
      return data;
    },
    { fileName: name, fileType: type, base64: contents.toString('base64') },
  );
  for (const event of ['dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer: transfer });
}
