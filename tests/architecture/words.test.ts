import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { pseudoTemplate } from '../../renderer/words/pseudo';
import { plainEdge } from '../../shared/catalog/edge-basis';
import { guides } from '../../shared/catalog/guides/index';
import { kinds } from '../../shared/catalog/index';
import { mobileRoundTripMs } from '../../shared/catalog/networks';
import { priceBooks } from '../../shared/catalog/price-books';
import { templateOf } from '../../shared/math/message-template';
import { type Field, wordOf } from '../../shared/model/fields/field';
import { configFields } from '../../shared/model/fields/index';
import { rules } from '../../shared/rules/index';
import { templateTitles } from '../../shared/templates/titles';
import { extractWords, wordsOfSources } from '../support/extract-words';

const path = join(projectRoot, 'assets/words/en.json');
const { words, unknown } = extractWords(projectRoot);

/** All that the files of the catalog export: kinds, round trips, price books, edges, fields. */
const catalog = await Promise.all(
  readdirSync(join(projectRoot, 'shared/catalog'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => import(join(projectRoot, 'shared/catalog', file)) as Promise<unknown>),
);

/** Where the figures of the catalog come from, and what else of it is made from parts when it is loaded. */
function sourceTexts(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  const { kind, text } = value as { readonly kind?: unknown; readonly text?: unknown };
  if ((kind === 'assumption' || kind === 'source') && typeof text === 'string') found.add(text);
  for (const inner of Object.values(value)) sourceTexts(inner, found);
  return found;
}

const catalogTexts = sourceTexts(catalog);

/** The words for the values that configuration fields take. */
function choiceWords(): readonly string[] {
  const fields: readonly Field[] = Object.values(configFields);
  return fields.flatMap(({ shape }) =>
    shape.type === 'several' || (shape.type === 'choice' && shape.numeric !== true)
      ? shape.options.map((option) => wordOf(shape, option))
      : [],
  );
}

function extracted(): Readonly<Record<string, readonly string[]>> {
  const all = new Map([...words].map(([text, files]) => [text, [...files].sort()]));
  for (const text of catalogTexts) if (!all.has(text)) all.set(text, ['shared/catalog']);
  for (const text of choiceWords()) if (!all.has(text)) all.set(text, ['shared/model/fields']);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// `npm run words` writes it.
test('assets/words/en.json has every text that a person reads', () => {
  const text = `${JSON.stringify(extracted(), null, 1)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(projectRoot, 'assets/words'), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path) && readFileSync(path, 'utf8') === text, 'npm run words writes it anew').toBe(true);
});

test('nothing is put into words but what is found in the source', () => {
  expect(unknown).toEqual([]);
});

test('what the registries say is among it', () => {
  const texts = [
    ...rules.flatMap(({ title, message, variants = {}, why, fix, fixes = {}, source }) => [
      ...[title, message, why, fix, source.text],
      ...Object.values(variants),
      ...Object.values(fixes),
    ]),
    ...kinds.flatMap(({ title, purpose }) => [title, purpose]),
    ...templateTitles.flatMap(({ title, summary }) => [title, summary]),
  ];
  expect(texts.filter((text) => !words.has(text))).toEqual([]);
});

/** Sentences in data, by the field that has them; words by which something is found and names of products are not read as text. */
function sentencesIn(
  value: unknown,
  found: Set<string> = new Set(),
  seen = new Set<unknown>(),
): ReadonlySet<string> {
  if (typeof value === 'string' && /\p{L}.* .*\p{L}/u.test(value)) found.add(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  for (const [key, inner] of Object.entries(value))
    if (!/^(?:aliases|keywords|name|url)$/.test(key)) sentencesIn(inner, found, seen);
  return found;
}

test('every sentence of the catalog is among it, in whichever file it stands', () => {
  const sentences = sentencesIn(catalog);
  const texts = extracted();
  // One of networks that stands apart, one of a price book, one of an edge, one of a guide.
  expect(sentences).toContain(mobileRoundTripMs.source.text);
  for (const part of [priceBooks, plainEdge, guides]) expect(sentencesIn(part).size).toBeGreaterThan(2);
  expect([...sentences].filter((text) => !(text in texts))).toEqual([]);
});

test('every text is an ICU message, in the pseudo-locale too', () => {
  const broken = Object.keys(extracted()).filter((text) => {
    try {
      const values = { printed: (name: string) => name, deciding: () => 2 };
      return templateOf(text, 'en')(values) === '' || templateOf(pseudoTemplate(text), 'en')(values) === '';
    } catch {
      return true;
    }
  });
  expect(broken).toEqual([]);
});

describe('texts are found', () => {
  test.each([
    ["t('Close')", ['Close']],
    ["t(isOpen ? 'Close' : 'Open', {})", ['Close', 'Open']],
    ["const x = <b>{t('Close')}</b>", ['Close']],
    ["t('Close ' + 'it')", ['Close it']],
    ["message('Move {name}', { name })", ['Move {name}']],
    ["inLanguage(language, 'load {factor}', {})", ['load {factor}']],
    ["const layerTitles = { edge: 'Edge', data: 'Data' } as const; t(layerTitles[id])", ['Edge', 'Data']],
    ["const commands = [{ id: 'open', title: 'Open file' }]; t(command.title)", ['Open file']],
    ["const rule = { why: 'It fails', variants: { one: 'One fails' } }", ['It fails', 'One fails']],
  ])('in %s', (source, texts) => {
    const found = wordsOfSources({ 'renderer/x.tsx': source });
    expect([...found.words.keys()]).toEqual(texts);
    expect(found.unknown).toEqual([]);
  });

  test.each([
    't(text1)',
    ['t(`Close $', '{name}`)'].join(''),
    "t('Close ' + name)",
    'message(count === 1 ? one1 : other)',
    't(names2()[0])',
  ])('and not in %s, which is reported', (source) => {
    expect(wordsOfSources({ 'renderer/x.tsx': source }).unknown).toHaveLength(1);
  });
});
