import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../electron/launch/project.mjs';
import { bundles, recordedPackages, recordPackages } from '../../../electron/licences/bundled-packages.mjs';
import { copiedWorks } from '../../../electron/licences/copied-works.mjs';
import { noticeOf, noticeOfCopy, printNotices } from '../../../electron/licences/notices.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loadline-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function putPackage(path: string, manifest: object, files: Readonly<Record<string, string>> = {}): void {
  put(`${path}/package.json`, JSON.stringify({ version: '1.0.0', license: 'MIT', ...manifest }));
  for (const [name, content] of Object.entries(files)) put(`${path}/${name}`, content);
}

async function bundleAs(name: keyof typeof bundles, source: string): Promise<void> {
  put('start.js', source);
  const bundle = await rolldown({
    input: join(root, 'start.js'),
    external: ['outside', /^node:/],
    cwd: root,
    plugins: [recordPackages({ name, root })],
  });
  await bundle.generate();
  await bundle.close();
}

describe('the packages of a bundle', () => {
  test('are those whose code is in it, also through others, and those that it loads at run time', async () => {
    putPackage(
      'node_modules/direct',
      { name: 'direct', main: 'lib/index.js' },
      {
        'lib/index.js': "import { b } from '@scope/below'; export const a = b;",
        // Says only how the files beside it are read.
        'lib/package.json': '{"type":"module"}',
      },
    );
    putPackage(
      'node_modules/direct/node_modules/@scope/below',
      { name: '@scope/below', type: 'module' },
      {
        'index.js': 'export const b = Math.random();',
      },
    );
    putPackage(
      'node_modules/unused',
      { name: 'unused', type: 'module' },
      { 'index.js': 'export const c = 1;' },
    );
    putPackage('node_modules/outside', { name: 'outside' });
    putPackage('node_modules/old', { name: 'old' }, { 'index.js': 'exports.d = Math.random();' });
    for (const name of Object.keys(bundles)) await bundleAs(name as keyof typeof bundles, '');
    await bundleAs(
      'window',
      "import 'node:fs'; import { a } from 'direct'; import 'outside'; import { d } from 'old'; console.log(a, d);",
    );
    await bundleAs('shell', "import { d } from 'old'; console.log(d);");
    const parts = recordedPackages(root);
    const found = [...parts].map(([folder, of]) => [folder.slice(root.length + 14), [...of].join(' ')]);
    expect(Object.fromEntries(found)).toEqual({
      direct: 'window',
      'direct/node_modules/@scope/below': 'window',
      outside: 'window',
      old: 'window desktop',
      // What joins CommonJS to modules is code of the bundler.
      rolldown: 'window desktop',
    });
  });

  test('that are not recorded fail the build', async () => {
    await bundleAs('window', '');
    expect(() => recordedPackages(root)).toThrow('worker.json');
  });
});

describe('the notice of a package', () => {
  const texts = join(projectRoot, 'assets/licences');

  test('is its licence file, with the notices beside it', () => {
    putPackage(
      'a',
      { name: 'a', homepage: 'https://example.org/' },
      {
        LICENSE: 'Copyright A\nFree.\n',
        'NOTICE.txt': 'With thanks to B.',
        'licenses.js': 'no licence',
      },
    );
    expect(noticeOf(join(root, 'a'), ['window'], texts)).toEqual({
      name: 'a',
      version: '1.0.0',
      licence: 'MIT',
      homepage: 'https://example.org/',
      note: '',
      parts: ['window'],
      text: 'Copyright A\nFree.\n\nWith thanks to B.',
    });
  });

  test('without such a file is the text of its identifier, with its author', () => {
    putPackage('a', { name: 'a', license: 'ISC', author: { name: 'Ada' } });
    putPackage('b', { name: 'b', author: 'Bob <b@example.org>' }, { LICENSE: ' \n' });
    putPackage('c', { name: 'c' });
    expect(noticeOf(join(root, 'a'), [], texts).text).toMatch(
      /^ISC License\n\nCopyright Ada\n\nPermission to use/,
    );
    expect(noticeOf(join(root, 'b'), [], texts).text).toMatch(
      /^MIT License\n\nCopyright Bob <b@example.org>\n\n/,
    );
    expect(noticeOf(join(root, 'c'), [], texts).text).toContain('Copyright the authors of c');
  });

  test('leaves out what a tool of the build was built with', () => {
    const text = 'Ours.\n\n# Licenses of bundled dependencies\nTheirs.';
    putPackage('a', { name: 'a' }, { 'LICENSE.md': text });
    expect(noticeOf(join(root, 'a'), [], texts).text).toBe('Ours.');
  });

  test.each([
    [{ license: undefined }, 'does not say its licence'],
    [{ license: 'UNLICENSED' }, 'does not say its licence'],
    [{ license: 'WTFPL' }, 'No text of the licence WTFPL'],
  ])('with %j fails the build', (manifest, message) => {
    putPackage('a', { name: 'a', ...manifest });
    expect(() => noticeOf(join(root, 'a'), [], texts)).toThrow(message);
  });

  test('stands in the text file under its name, version and licence', () => {
    putPackage('a', { name: 'a' }, { LICENSE: 'First line.\n\nLast line.' });
    const text = printNotices([noticeOf(join(root, 'a'), [], texts)]);
    expect(text).toMatch(/-{80}\na 1\.0\.0 \(MIT\)\n\nFirst line\.\n\nLast line\.\n$/);
  });
});

describe('works that were copied into the source', () => {
  const files = copiedWorks.flatMap((work) => work.files);

  test('are every font and every logo, each once, and nothing that is not there', () => {
    const inFolder = (folder: string, pattern: RegExp): string[] =>
      readdirSync(join(projectRoot, folder))
        .filter((file) => pattern.test(file))
        .map((file) => `${folder}/${file}`);
    const there = [
      ...inFolder('assets/fonts', /\.(ttf|otf|woff2?)$/),
      ...inFolder('shared/diagram/brands', /^(?!index).*\.ts$/),
      'shared/diagram/inter-advances.ts',
    ];
    expect([...files].sort()).toEqual(there.sort());
  });

  test.each(copiedWorks.map((work) => [work.name, work] as const))(
    '%s has its whole licence',
    (_name, work) => {
      const { text } = noticeOfCopy(work, projectRoot);
      expect(text.length).toBeGreaterThan(1000);
      expect(text).not.toContain('{copyright}');
    },
  );
});
