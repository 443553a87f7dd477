import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { protocolTitles } from '../../renderer/words/protocol-words';
import { pseudoTemplate } from '../../renderer/words/pseudo';
import { kinds } from '../../shared/catalog/index';
import { latinTexts } from '../support/latin-texts';
import { dropFile, test } from '../support/window';

const template = 'tinyurl-without-cache';
const design: unknown = JSON.parse(
  readFileSync(new URL(`../../shared/templates/${template}.json`, import.meta.url), 'utf8'),
);

/** Texts of a design that its author wrote: what no language changes. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && /^(name|technology|label|note|text)$/.test(key) ? [inner] : namesIn(inner),
  );
}

/** What is on the window and is no text of it: names of the design, of products and of protocols. */
const values = [
  'Loadline',
  'loadline',
  ...namesIn(design),
  ...kinds.flatMap(({ technologies }) => technologies.map(({ name }) => name)),
  ...protocolTitles,
];

async function expectTranslated(page: Page, screen: string): Promise<void> {
  expect.soft(await latinTexts(page, values), screen).toEqual([]);
}

/** A part of the outline, by its id. */
const part = (page: Page, id: string): Locator => page.locator(`[data-item="${id}"]`).first();

/** Goes through all tabs whose ids begin so, and reads what each shows. */
async function readTabs(page: Page, idBase: string, screen: string): Promise<void> {
  const tabs = page.locator(`[role="tab"][id^="${idBase}-tab-"]`);
  for (let at = 0; at < (await tabs.count()); at += 1) {
    await tabs.nth(at).click();
    await expectTranslated(page, `${screen}, ${await tabs.nth(at).getAttribute('id')}`);
  }
}

/** Opens what a command opens, through the palette of commands, and closes it again. */
async function readDialog(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(pseudoTemplate(command));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectTranslated(page, command);
  await page.keyboard.press('Escape');
}

async function openInPseudo(page: Page): Promise<void> {
  await page.goto('/?lang=qps');
  const title = pseudoTemplate('TinyURL without its cache');
  await page.getByRole('button').filter({ hasText: title }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/\d\s%/);
}

test('every text of the first page and its dialogs can be translated', async ({ page }) => {
  await page.goto('/?lang=qps');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expectTranslated(page, 'library');
  for (const command of ['Shortcuts and help', 'Reference', 'About Loadline', 'Trash'])
    await readDialog(page, command);
  await page.keyboard.press('ControlOrMeta+k');
  await expectTranslated(page, 'commands');
});

test('every text of the editor can be translated', async ({ page }) => {
  test.setTimeout(90_000);
  await openInPseudo(page);
  await expectTranslated(page, 'editor');
  await part(page, 'redirect-api').click();
  await page.keyboard.press('ArrowRight');
  for (const id of ['links', 'visitors', 'cdn', 'clicks', 'redirect-api-links', 'redirect', 'region']) {
    await part(page, id).click();
    await expectTranslated(page, id);
    await readTabs(page, 'inspector', id);
  }
  await page.getByRole('contentinfo').getByRole('button').nth(2).click();
  await expectTranslated(page, 'design');
  await readTabs(page, 'inspector', 'design');
  await part(page, 'links').click();
  await page.keyboard.press('ControlOrMeta+a');
  await expectTranslated(page, 'many parts');
  await page.getByRole('contentinfo').getByRole('button').nth(1).click();
  await readTabs(page, 'drawer', 'drawer');
});

test('every text of the editor’s dialogs and menus can be translated', async ({ page }) => {
  await openInPseudo(page);
  await readDialog(page, 'Export…');
  await page.locator('.react-flow__node[data-id="links"]').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectTranslated(page, 'context menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('c');
  await expectTranslated(page, 'add box');
});

test('what a person named like a text of the program stays as it was written; what has no name is called by its kind', async ({
  page,
}) => {
  const small = {
    format: 'loadline',
    version: 1,
    id: 'small',
    name: 'Search',
    system: {
      nodes: [
        { id: 'user', kind: 'client', name: 'Cache' },
        { id: 'api', kind: 'service' },
      ],
      edges: [{ id: 'call', from: 'user', to: 'api' }],
      flows: [{ id: 'reads', name: 'Copy', kind: 'read', entry: 'user', rate: { rps: 100 } }],
    },
  };
  await page.goto('/?lang=qps');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await dropFile(page, 'small.loadline.json', 'application/json', Buffer.from(JSON.stringify(small)));
  await expect(page.locator('.react-flow__node[data-id="user"]')).toContainText('Cache');
  await expect(page.locator('.react-flow__node[data-id="api"]')).toContainText(pseudoTemplate('Service'));
  for (const id of ['user', 'api']) {
    await part(page, id).click();
    // The palette has the kinds of these names.
    const text = (await page.locator('.react-flow, [role="tree"]').allInnerTexts()).join('\n');
    for (const name of ['Cache', 'Copy']) {
      expect.soft(text, id).toContain(name);
      expect.soft(text, id).not.toContain(pseudoTemplate(name));
    }
    expect.soft(text, id).not.toMatch(/\bService\b/);
  }
});
