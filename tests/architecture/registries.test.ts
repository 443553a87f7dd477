import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { ruleFamilies } from '../../shared/rules/families';
import { filesBelow } from './source-files';

interface Item {
  readonly id: string;
}

type Exports = Readonly<Record<string, unknown>>;

/** What makes an exported object a thing of its list, and not a part of one. */
const registries: readonly (readonly [folder: string, telling: readonly string[]])[] = [
  ['shared/catalog', ['layer', 'behaviour', 'defaults']],
  ['shared/rules', ['code', 'check']],
  ['shared/layout/annotations', ['boxOf']],
  ['shared/formats', ['mediaTypes', 'write']],
  ['shared/templates', ['title']],
];

function isItem(value: unknown, telling: readonly string[]): value is Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return 'id' in value && typeof value.id === 'string' && telling.every((field) => field in value);
}

async function load(path: string): Promise<Exports> {
  return import(join(projectRoot, path));
}

/** The things that a folder's index lists, in every array it exports. */
async function listed(folder: string, telling: readonly string[]): Promise<readonly Item[]> {
  const index = `${folder}/index.ts`;
  if (!existsSync(join(projectRoot, index))) return [];
  return Object.values(await load(index))
    .filter((value): value is readonly unknown[] => Array.isArray(value))
    .flatMap((list) => list.filter((value) => isItem(value, telling)));
}

/** The things that lie in the folder's files, with the file of each. */
async function lying(
  folder: string,
  telling: readonly string[],
): Promise<readonly (readonly [string, Item])[]> {
  // The folder's own index is the list; that of a folder in it may be a thing itself.
  const files = filesBelow(folder).filter((path) => path.endsWith('.ts') && path !== `${folder}/index.ts`);
  const found = await Promise.all(
    files.map(async (path) =>
      Object.values(await load(path))
        .filter((value) => isItem(value, telling))
        .map((item) => [path, item] as const),
    ),
  );
  return found.flat();
}

const lists = registries.filter(([folder]) => existsSync(join(projectRoot, folder)));

describe.each(lists)('%s', (folder, telling) => {
  test('lists each thing that lies in it, once, and nothing else', async () => {
    const ids = (await listed(folder, telling)).map(({ id }) => id);
    const documents = filesBelow(folder).filter((path) => path.endsWith('.json'));
    const inFiles = (await lying(folder, telling)).map(([, { id }]) => id);
    const expected = new Set([...inFiles, ...documents.map((path) => basename(path, '.json'))]);
    expect([...ids].sort()).toEqual([...expected].sort());
  });

  test('names each file after the thing in it, or the folder of which it is the index', async () => {
    const misnamed = (await lying(folder, telling))
      .filter(([path, { id }]) => basename(path.replace(/\/index\.ts$/, ''), '.ts') !== id)
      .map(([path, { id }]) => `${path}: ${id}`);
    expect(misnamed).toEqual([]);
  });
});

test.each([
  ['shared/catalog', 15],
  ['shared/rules', 12],
  ['shared/layout/annotations', 2],
  ['shared/formats', 5],
  ['shared/templates', 2],
])('%s lists at least %i things, so that the comparison above compares something', async (folder, least) => {
  const telling = registries.find(([name]) => name === folder)?.[1] ?? [];
  expect((await listed(folder, telling)).length).toBeGreaterThanOrEqual(least);
});

test('the rules of a family, the letters of a code, lie in one folder, and no other rule lies there', async () => {
  const placed = (await lying('shared/rules', ['code', 'check'])).map(([path, rule]) => ({
    folder: path.split('/')[2] ?? '',
    family: 'code' in rule ? String(rule.code).replace(/-.*/, '') : '',
  }));
  const pairs = [...new Set(placed.map(({ folder, family }) => `${family} ${folder}`))].sort();
  expect(pairs).toEqual(ruleFamilies.map(({ code, id }) => `${code} ${id}`).sort());
});
