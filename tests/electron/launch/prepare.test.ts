import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, isBuilt } from '../../../electron/launch/build.mjs';
import {
  electronBinary,
  electronObstacle,
  failedLately,
  hasDisplay,
} from '../../../electron/launch/electron.mjs';
import { installDifference, installReason } from '../../../electron/launch/install.mjs';
import { nodeIsRecent } from '../../../electron/launch/project.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loadline-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

describe('whether an install is needed', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
  };

  test('not where everything is as the lock file says, other systems’ packages aside', () => {
    expect(installDifference(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBeNull();
  });

  test.each([
    ['a package that is missing', {}, 'node_modules/a is missing'],
    ['another version', { 'node_modules/a': { version: '0.9.0' } }, 'node_modules/a is 0.9.0, not 1.0.0'],
    [
      'a package too many',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } },
      'node_modules/b is not in package-lock.json',
    ],
  ])('for %s', (_what, installed, reason) => expect(installDifference(wanted, installed)).toBe(reason));

  test('in an empty folder, and where a package’s folder has been deleted', () => {
    put('package-lock.json', JSON.stringify({ packages: wanted }));
    expect(installReason(root)).toBe('nothing is installed yet');
    const record = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    put('node_modules/.package-lock.json', JSON.stringify(record));
    expect(installReason(root)).toBe('node_modules/a is missing');
    put('node_modules/a/package.json', '{}');
    expect(installReason(root)).toBeNull();
  });
});

describe('whether a build is needed', () => {
  test('its fingerprint follows names and contents, and where one file ends', () => {
    put('shared/a.ts', 'x');
    put('shared/deep/b.ts', 'y');
    const before = fingerprint(root, ['shared', 'gone']);
    expect(fingerprint(root, ['shared'])).toBe(before);
    put('shared/a.ts', 'xy');
    put('shared/deep/b.ts', '');
    expect(fingerprint(root, ['shared'])).not.toBe(before);
    put('shared/a.ts', 'x');
    put('shared/deep/b.ts', 'y');
    expect(fingerprint(root, ['shared'])).toBe(before);
    put('shared/c.ts', '');
    expect(fingerprint(root, ['shared'])).not.toBe(before);
  });

  test('where nothing is built, or it was built by hand', () => {
    expect(isBuilt(root)).toBe(false);
    for (const file of ['renderer/index.html', 'electron/index.js', 'electron/preload.cjs'])
      put(`dist/${file}`, '');
    expect(isBuilt(root)).toBe(false);
    put('dist/.build.json', '{"sources":"old","results":"old"}\n');
    expect(isBuilt(root)).toBe(false);
  });
});

describe('whether Electron is there', () => {
  test('its binary is looked for, not asked for', () => {
    expect(electronBinary(root, {})).toBeNull();
    put('node_modules/electron/path.txt', 'electron');
    expect(electronBinary(root, {})).toBeNull();
    put('node_modules/electron/dist/electron', '');
    expect(electronBinary(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
    expect(electronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') })).toBeNull();
    put('mine/electron', '');
    expect(electronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') })).toBe(
      join(root, 'mine/electron'),
    );
  });

  test('a download that failed is tried again after a day or for another version', () => {
    const hourMs = 3_600_000;
    const memory = JSON.stringify({ version: '45.4.1', failedAtMs: 1000 * hourMs });
    expect(failedLately(memory, '45.4.1', 1001 * hourMs)).toBe(true);
    expect(failedLately(memory, '45.4.1', 1024 * hourMs)).toBe(false);
    expect(failedLately(memory, '46.0.0', 1001 * hourMs)).toBe(false);
    // A clock that was set back does not put it off for years.
    expect(failedLately(memory, '45.4.1', 999 * hourMs)).toBe(false);
    expect(failedLately(null, '45.4.1', 0)).toBe(false);
    expect(failedLately('{"version":', '45.4.1', 0)).toBe(false);
  });

  test('a screen is known by its variables on Linux and taken for granted elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  test('without a screen, or as root where its sandbox refuses, it is not tried', () => {
    const env = { DISPLAY: ':0' };
    expect(electronObstacle({ platform: 'linux', env, isRoot: false })).toBeNull();
    expect(electronObstacle({ platform: 'linux', env: {}, isRoot: false })).toContain('display');
    expect(electronObstacle({ platform: 'linux', env, isRoot: true })).toContain('root');
    expect(electronObstacle({ platform: 'darwin', env, isRoot: true })).toBeNull();
  });
});

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
])('Node %s can run the tools: %s', (version, can) => expect(nodeIsRecent(version)).toBe(can));
