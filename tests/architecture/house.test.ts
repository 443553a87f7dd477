import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { filesBelow } from './source-files';

const sources = filesBelow('shared', 'renderer', 'electron', 'tests').filter((path) =>
  /\.(ts|tsx|mjs)$/.test(path),
);
const shared = sources.filter((path) => path.startsWith('shared/'));

function read(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** A file's code without its comments; good enough for the words that are looked for here. */
function codeOf(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<![:'"`])\/\/.*$/gm, '');
}

function isComponent(path: string): boolean {
  return (
    path.endsWith('.tsx') &&
    path.startsWith('renderer/') &&
    /^export (function|const|class) [A-Z]/m.test(read(path))
  );
}

describe('names', () => {
  test('files are in kebab case, components in Pascal case', () => {
    const wrong = sources.filter((path) => {
      const name = basename(path).replace(
        /(\.((property\.)?(long\.)?test|spec|config|module|d))?\.(ts|tsx|mjs)$/,
        '',
      );
      return isComponent(path) ? !/^[A-Z][A-Za-z0-9]*$/.test(name) : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('no file or folder is a drawer for odds and ends', () => {
    const drawers =
      /(^|\/)(utils?|helpers?|common|misc|manager|lib|stuff)(\/|\.|$)|-(utils?|helpers?|(?<!\/secret-)manager)\./;
    // What a design calls a secret manager is no drawer: it is what the thing is called.
    const named = (path: string) => path.replace('/secret-manager.ts', '/secrets.ts');
    expect(sources.filter((path) => drawers.test(named(path)))).toEqual([]);
  });
});

test('shared is without a clock and without chance', () => {
  const impure = /\bnew Date\b|\bDate\.|\bMath\.random\b|\bcrypto\.|\bperformance\./;
  expect(shared.filter((path) => impure.test(codeOf(path)))).toEqual([]);
});

describe('an assertion that something is a number', () => {
  /** An assertion that is not of an element of an array, whose index a loop bounds. */
  const careless = /(?<!\])\s+as number\b/;

  test('is of an element of an array alone', () => {
    const written = sources.filter((path) => !path.startsWith('tests/'));
    expect(written.filter((path) => careless.test(codeOf(path)))).toEqual([]);
  });

  test('is seen where it hides a missing check', () => {
    expect(careless.test('const of = known.get(key) as number;')).toBe(true);
    expect(careless.test('const of = known[at] as number;')).toBe(false);
  });
});

test('zod is set up once, and used as it is set up', () => {
  const direct = sources.filter(
    (path) => !path.startsWith('tests/') && /from 'zod'|import\('zod'\)|\bz\.config\(/.test(codeOf(path)),
  );
  expect(direct).toEqual(['shared/model/zod.ts']);
});

test('a text that may not be JSON is parsed in one place', () => {
  // The others parse what they have printed themselves.
  const parsers = [
    'renderer/dialogs/export/PicturePreview.tsx',
    'shared/catalog/merged-defaults.ts',
    'shared/model/parse-json.ts',
  ];
  const parsing = sources.filter((path) => /\.tsx?$/.test(path) && !path.startsWith('tests/'));
  expect(parsing.filter((path) => codeOf(path).includes('JSON.parse('))).toEqual(parsers);
});

test('no rule of the tools is switched off in place', () => {
  const switches = new RegExp(
    ['biome-' + 'ignore', '@ts-' + 'ignore', '@ts-' + 'nocheck', 'eslint-' + 'disable'].join('|'),
  );
  expect(sources.filter((path) => switches.test(read(path)))).toEqual([]);
});

test('files stay short enough to be read at once', () => {
  const long = sources
    .filter((path) => !path.startsWith('tests/'))
    // Data in columns, measured or drawn, is not read line by line; a problem to practise is prose, one list after the other.
    .filter((path) => !/^shared\/diagram\/(inter-advances|icons)\.ts$|^renderer\/words\//.test(path))
    .filter((path) => !/^shared\/practice\/problems\/[^/]+\/problem\.ts$/.test(path))
    .filter((path) => read(path).split('\n').length > 300);
  expect(long).toEqual([]);
});
