import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { filesBelow } from '../architecture/source-files';

const load = createRequire(import.meta.url);
/** js-yaml comes without types. */
const yaml: { load(text: string): unknown } = load('js-yaml');
const schema: object = load('app-builder-lib/scheme.json');

const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
const packaging = yaml.load(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')) as Record<
  string,
  unknown
>;

const { dependencies, devDependencies, main } = JSON.parse(
  readFileSync(join(projectRoot, 'package.json'), 'utf8'),
);

/** Which files of packages electron-builder takes, by its own filter of our patterns. */
function packedModules(): (path: string) => boolean {
  const { getNodeModuleFileMatcher } = load('app-builder-lib/out/fileMatcher.js');
  const packager = { config: packaging, debugLogger: { isEnabled: false } };
  const matcher = getNodeModuleFileMatcher('/app', '/to', (pattern: string) => pattern, {}, packager);
  const takes = matcher.createFilter();
  return (path) => takes(`/app/${path}`, { isDirectory: () => false });
}

describe('package.json', () => {
  // Electron is added by electron-builder; of rolldown and Vite only types are named, by the steps of the build.
  const sources = filesBelow('shared', 'renderer', 'electron')
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/\.config\./.test(path))
    .map((path) => readFileSync(join(projectRoot, path), 'utf8'));
  const imported = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/(?:from|import\() ?'((?:@[^/']+\/)?[a-z][^/':]*)(?:\/[^':]*)?'/g)].map(
        ([, name]) => name ?? '',
      ),
    ),
  );
  for (const name of ['electron', 'rolldown', 'vite']) imported.delete(name);

  test('lists what ships at run time as dependencies, and nothing else', () => {
    expect(Object.keys(dependencies).sort()).toEqual([...imported].sort());
    expect(Object.keys(devDependencies).filter((name) => imported.has(name))).toEqual([]);
  });
});

describe('electron-builder.yml', () => {
  test('is what electron-builder understands', () => {
    expect(validate(packaging), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test('a typing mistake in it would be seen', () => {
    expect(validate({ ...packaging, productname: 'x' })).toBe(false);
    expect(validate({ ...packaging, linux: { target: [{ target: 'AppImage', arch: ['x46'] }] } })).toBe(
      false,
    );
  });

  test('packs what is built and nothing of what it was built with', () => {
    expect(packaging['files']).toEqual(expect.arrayContaining(['dist/**', 'package.json']));
    expect(main).toBe('dist/electron/index.js');
    const isPacked = packedModules();
    for (const name of ['zod', 'react', '@xyflow/react', '@floating-ui/dom'])
      expect(isPacked(`node_modules/${name}/index.js`), name).toBe(false);
  });

  test('packs the library that draws PNG, where Node finds it beside the command line', () => {
    const isPacked = packedModules();
    const binary = 'node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node';
    for (const path of ['node_modules/@resvg/resvg-js/index.js', binary])
      expect(isPacked(path), path).toBe(true);
    expect(packaging['asarUnpack']).toEqual(['dist/cli/**', 'node_modules/@resvg/**']);
  });

  test('puts the licences of all that is in it beside the program', () => {
    expect(packaging['extraFiles']).toEqual([
      { from: 'dist/licenses.txt', to: 'LICENSES.loadline.txt' },
      { from: 'LICENSE', to: 'LICENSE.loadline.txt' },
    ]);
  });

  test('shuts every fuse that would let a stranger run code through the app', () => {
    expect(packaging['electronFuses']).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('designs open with it on each of the three systems', () => {
    expect(packaging['fileAssociations']).toMatchObject([{ ext: 'loadline.json', role: 'Editor' }]);
    for (const system of ['mac', 'win', 'linux'])
      expect(packaging).toHaveProperty([system, 'target', 0, 'target']);
  });
});
