import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeHost } from '../../../electron/cli/host';
import { writeWhole } from '../../../electron/cli/write-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loadline-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A disk with room for four bytes. */
function fullDisk(name: string, content: string | Uint8Array, options: { flag: string }): void {
  writeFileSync(name, content.slice(0, 4), options);
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

test('a file that finds no room leaves nothing, and what was there before as it was', () => {
  const there = join(folder, 'there.json');
  writeFileSync(there, 'before');
  for (const name of [there, join(folder, 'fresh.json')])
    expect(() => writeWhole(name, 'after all', false, fullDisk)).toThrow('ENOSPC');
  expect(() => writeWhole(join(folder, 'new.json'), 'after all', true, fullDisk)).toThrow('ENOSPC');
  expect(readdirSync(folder)).toEqual(['there.json']);
  expect(readFileSync(there, 'utf8')).toBe('before');
});

test('a file is replaced with its rights, and where a link leads to it the link stays', () => {
  const file = join(folder, 'file.json');
  const link = join(folder, 'link.json');
  writeFileSync(file, 'before');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  writeWhole(link, 'after', false);
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['file.json', 'link.json']);
});

test('a new file is not written over one that is there, which stays', () => {
  const file = join(folder, 'file.json');
  writeFileSync(file, 'before');
  expect(() => writeWhole(file, 'after', true)).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('before');
});

test.runIf(existsSync('/dev/full'))('a device is written to as it is, full or not', async () => {
  const host = nodeHost();
  expect(await host.write('/dev/null', 'text')).toEqual({ ok: true, value: null });
  expect(await host.write('/dev/full', 'text')).toEqual({
    ok: false,
    message: 'The disk is full. Make room, or write to another one.',
  });
  expect(existsSync('/dev/full')).toBe(true);
});

test('what cannot be written says why', async () => {
  const host = nodeHost();
  expect(await host.write(join(folder, 'nowhere', 'x.json'), '')).toMatchObject({
    message: 'Its folder does not exist. Create the folder first, or name another one.',
  });
  expect(await host.write(folder, '')).toMatchObject({ message: 'This is a folder. Name a file in it.' });
});
