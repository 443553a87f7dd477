import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { cruiseFolders, rendererRows } from './layers';

/** Violations as `rule: from -> to`. */
function violationsOf(result: ICruiseResult): readonly string[] {
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

describe('the project', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await cruiseFolders(projectRoot, ['shared', 'renderer', 'electron']);
  }, 60_000);

  test('keeps to who may know whom', () => {
    expect(violationsOf(result)).toEqual([]);
  });

  test('has a row for each folder of the window', () => {
    const folders = readdirSync(join(projectRoot, 'renderer'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.filter((folder) => !rendererRows.flat().includes(folder))).toEqual([]);
  });

  test('was really read: more than 50 modules, and imports of types among them', () => {
    const own = result.modules.filter(({ source }) => /^(shared|renderer|electron)\//.test(source));
    expect(own.length).toBeGreaterThan(50);
    // rule.ts imports nothing but types.
    const ofRule = own.find(({ source }) => source === 'shared/rules/rule.ts');
    expect(ofRule?.dependencies.map(({ resolved }) => resolved)).toContain('shared/catalog/resolved.ts');
    const components = own.filter(
      ({ source, dependencies }) => source.endsWith('.tsx') && dependencies.length > 0,
    );
    expect(components.length).toBeGreaterThan(10);
  });
});

/** A file of each layer of the window that imports a type of a layer below it, and one that imports one above or beside. */
function windowImports(): {
  readonly wrong: Readonly<Record<string, readonly [content: string, violation: string]>>;
  readonly right: Readonly<Record<string, string>>;
} {
  const layers = rendererRows.flat();
  const importOf = (layer: string) => `import type { Own } from '../${layer}/own';\nexport type A = Own;`;
  const wrongPairs = layers.flatMap((layer, at) => {
    const next = layers[at + 1];
    return next === undefined ? [] : [[layer, next] as const];
  });
  const rightPairs = layers.slice(1).map((layer) => [layer, layers[0] ?? ''] as const);
  return {
    wrong: Object.fromEntries(
      wrongPairs.map(([from, to]) => [
        `renderer/${from}/upward.ts`,
        [
          importOf(to),
          `renderer-${from}-knows-only-above: renderer/${from}/upward.ts -> renderer/${to}/own.ts`,
        ],
      ]),
    ),
    right: {
      ...Object.fromEntries(layers.map((layer) => [`renderer/${layer}/own.ts`, 'export type Own = string;'])),
      ...Object.fromEntries(rightPairs.map(([from, to]) => [`renderer/${from}/downward.ts`, importOf(to)])),
    },
  };
}

describe('a wrong import is caught', () => {
  const ofWindow = windowImports();
  const wrong: Readonly<Record<string, readonly [content: string, violation: string]>> = {
    ...ofWindow.wrong,
    'shared/math/upward.ts': [
      "import type { Design } from '../model/schema';\nexport type A = Design;",
      'shared-math-knows-only-above: shared/math/upward.ts -> shared/model/schema.ts',
    ],
    'shared/rules/sideways.ts': [
      "export { palette } from '../diagram/palette';",
      'shared-rules-knows-only-above: shared/rules/sideways.ts -> shared/diagram/palette.ts',
    ],
    'shared/catalog/outside.ts': [
      "import type { main } from '../../electron/main';\nexport type B = typeof main;",
      'shared-stands-alone: shared/catalog/outside.ts -> electron/main.ts',
    ],
    'shared/model/contract.ts': [
      "import { requests } from '../ipc';\nexport const c = requests;",
      'shared-model-knows-only-above: shared/model/contract.ts -> shared/ipc.ts',
    ],
    'shared/model/disk.ts': [
      "import { readFileSync } from 'node:fs';\nexport const d = readFileSync;",
      'no-node-in-the-window: shared/model/disk.ts -> fs',
    ],
    'renderer/Frame.tsx': [
      "import { main } from '../electron/main';\nexport const Frame = () => <b>{main}</b>;",
      'renderer-stands-on-shared: renderer/Frame.tsx -> electron/main.ts',
    ],
    'renderer/lazy.ts': [
      "export const lazy = () => import('../electron/main');",
      'renderer-stands-on-shared: renderer/lazy.ts -> electron/main.ts',
    ],
    'electron/view.ts': [
      "export * from '../renderer/Frame';",
      'electron-stands-on-shared: electron/view.ts -> renderer/Frame.tsx',
    ],
    'shared/analysis/typing.ts': [
      "export { nothing } from './typing-mistake';",
      'every-import-is-found: shared/analysis/typing.ts -> ./typing-mistake',
    ],
  };
  const right: Readonly<Record<string, string>> = {
    ...ofWindow.right,
    'shared/ipc.ts': 'export const requests = {};',
    'shared/math/number.ts': 'export const one = 1;',
    'shared/model/schema.ts': "export interface Design { readonly a: typeof import('../math/number').one }",
    'shared/diagram/palette.ts':
      "import type { Design } from '../model/schema';\nexport const palette = {} as Design;",
    'electron/main.ts': "import { requests } from '../shared/ipc';\nexport const main = String(requests);",
  };
  let folder: string;
  let violations: readonly string[];

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'loadline-layers-')));
    const files = {
      ...right,
      ...Object.fromEntries(Object.entries(wrong).map(([path, [text]]) => [path, text])),
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    violations = violationsOf(await cruiseFolders(folder, ['shared', 'renderer', 'electron']));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(Object.entries(wrong))('%s', (_path, [_text, violation]) => {
    expect(violations).toContain(violation);
  });

  test('and nothing else is', () => {
    expect([...violations].sort()).toEqual(
      Object.values(wrong)
        .map(([, violation]) => violation)
        .sort(),
    );
  });
});
