import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureElectron, runElectron } from '../../../electron/launch/electron.mjs';

let root: string;
let lines: string[];
const say = (line: string): number => lines.push(line);
const unreachable = async (): Promise<boolean> => false;

/** Puts an Electron package into the folder whose install script is the one given. */
function putPackage(installScript: string): void {
  const home = join(root, 'node_modules', 'electron');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(home, 'install.js'), installScript);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loadline-'));
  lines = [];
});
afterEach(() => rmSync(root, { recursive: true }));

describe('fetching Electron', () => {
  test('runs its own install script and finds what that brings', async () => {
    putPackage(`const { mkdirSync, writeFileSync } = require('node:fs');
      mkdirSync(__dirname + '/dist');
      writeFileSync(__dirname + '/dist/electron', '');
      writeFileSync(__dirname + '/path.txt', 'electron');`);
    const binary = join(root, 'node_modules', 'electron', 'dist', 'electron');
    expect(await ensureElectron(root, say, unreachable)).toBe(binary);
    expect(lines).toEqual(['Fetching Electron 45.4.1 …']);
    expect(await ensureElectron(root, say, unreachable)).toBe(binary);
    expect(lines).toHaveLength(1);
  });

  test('that failed is remembered: the next start does not try, nor wait', async () => {
    putPackage(`require('node:fs').appendFileSync(__dirname + '/tries', 'x'); process.exit(1);`);
    expect(await ensureElectron(root, say, unreachable)).toBeNull();
    rmSync(join(root, 'node_modules', 'electron', 'tries'));
    expect(await ensureElectron(root, say, unreachable)).toBeNull();
    expect(existsSync(join(root, 'node_modules', 'electron', 'tries'))).toBe(false);
    expect(lines).toEqual(['Fetching Electron 45.4.1 …']);
  });

  test('is not tried where the package itself is missing', async () => {
    expect(await ensureElectron(root, say, unreachable)).toBeNull();
    expect(lines).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('running Electron', () => {
  function program(script: string): string {
    const file = join(root, 'electron');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  test('is given the project, and its end is the end', async () => {
    const binary = program(`test "$1" = "${root}"`);
    expect(await runElectron(binary, root)).toEqual({ code: 0, started: true });
  });

  test('that fails at once has not shown a window', async () => {
    expect(await runElectron(program('exit 133'), root)).toEqual({ code: 133, started: false });
    expect(await runElectron(join(root, 'gone'), root)).toEqual({ code: 1, started: false });
  });

  test('that is ended by a signal of ours has not failed', async () => {
    expect(await runElectron(program('kill -TERM $$'), root)).toEqual({ code: 0, started: true });
  });
});
