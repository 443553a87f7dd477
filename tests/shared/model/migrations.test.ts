import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Migration, migrateDocument, migrations } from '../../../shared/model/migrations';
import { parseDesignText } from '../../../shared/model/parse';
import { designVersion } from '../../../shared/model/schema';

const folder = new URL('../../fixtures/designs/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.loadline.json'));
const versionOf = (name: string): number => Number(/^v(\d+)-/.exec(name)?.[1]);

const fakes: readonly Migration[] = [
  { from: 1, to: 2, migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, to: 3, migrate: (document) => ({ ...document, tags: [] }) },
];

describe('migration', () => {
  test('runs the steps in order and writes the version that it came to', () => {
    const old = { version: 1, name: 'Old', later: true };
    expect(migrateDocument(old, 1, fakes, 3)).toEqual({
      ok: true,
      value: { version: 3, title: 'Old', later: true, tags: [] },
    });
    expect(old).toEqual({ version: 1, name: 'Old', later: true });
  });

  test('leaves a document of the current version as it is', () => {
    const current = { version: 3 };
    const result = migrateDocument(current, 3, fakes, 3);
    expect(result.ok && result.value).toBe(current);
  });

  test('says so where a step is missing', () => {
    expect(migrateDocument({ version: 1 }, 1, fakes.slice(1), 3)).toEqual({
      ok: false,
      problems: [{ key: 'no-migration', path: ['version'], values: { version: 1, target: 3 } }],
    });
  });

  test('has a chain from version 1 to the current one, each step one version', () => {
    expect(migrations.map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: designVersion - 1 }, (_, at) => [at + 1, at + 2]),
    );
  });

  test('has a fixture of every version that it starts from, and of the current one', () => {
    const versions = new Set(fixtures.map(versionOf));
    const needed = [...migrations.map((step) => step.from), designVersion];
    expect(needed.filter((version) => !versions.has(version))).toEqual([]);
  });

  test.each(fixtures)('%s keeps opening', (name) => {
    const result = parseDesignText(readFileSync(new URL(name, folder), 'utf8'));
    expect(result.ok ? [] : result.problems).toEqual([]);
    expect(result.ok && result.value.version).toBe(designVersion);
  });
});
