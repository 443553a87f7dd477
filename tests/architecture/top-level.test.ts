import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../electron/launch/project.mjs';
import { filesBelow } from './source-files';

const folders = ['electron', 'renderer', 'shared', 'assets', 'tests'];
const required = [...folders, 'package.json', 'tsconfig.json', 'electron-builder.yml', 'README.md'];
const allowed = new Set([
  ...required,
  'package-lock.json',
  'biome.json',
  'LICENSE',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  // Made by the tools, and ignored by git.
  'node_modules',
  'dist',
  'release',
]);

test('the top level holds what was agreed, what the tools force there, and nothing else', () => {
  const entries = readdirSync(projectRoot).filter((name) => !name.startsWith('.'));
  expect(entries.filter((name) => !allowed.has(name))).toEqual([]);
  expect(required.filter((name) => !entries.includes(name))).toEqual([]);
});

const texts = [
  ...filesBelow(...folders, '.ci').filter((path) =>
    /\.(ts|tsx|mjs|css|html|json|md|yml|svg)$|\/run$/.test(path),
  ),
  ...readdirSync(projectRoot, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    // In a worktree it is a file that says where the repository is.
    .filter((name) => name !== '.git'),
];

test.each([
  ['a path of the machine it was written on', /(?<![\w./-])\/(?:work|tmp|root)\//],
  [
    'an unfinished note',
    new RegExp(`\\b(?:${['TO', 'FIX', 'XX'].map((start, i) => start + ['DO', 'ME', 'X'][i]).join('|')})\\b`),
  ],
  ['a registry that only one network has', /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/],
])('no file has %s', (_what, pattern) => {
  const found = texts.filter((path) => pattern.test(readFileSync(join(projectRoot, path), 'utf8')));
  expect(found.filter((path) => path !== 'tests/architecture/top-level.test.ts')).toEqual([]);
});
