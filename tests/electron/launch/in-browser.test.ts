import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runInBrowser } from '../../../electron/launch/in-browser.mjs';
import { openerOf } from '../../../electron/launch/open-address.mjs';
import { identityOf } from '../../../electron/launch/project.mjs';
import { runningCopy, serve } from '../../../electron/launch/serve.mjs';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

describe('without Electron', () => {
  test('one line gives the address and the reason, and an interrupt ends it', async () => {
    const port = await freePort();
    const lines: string[] = [];
    const run = runInBrowser({
      why: 'Electron is not available',
      open: false,
      say: (line) => lines.push(line),
      port,
    });
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toContain(`http://127.0.0.1:${port}/`);
    expect(lines[0]).toContain('Electron is not available');
    expect(await runningCopy(port, identityOf().name)).toEqual(identityOf());
    process.emit('SIGINT');
    expect(await run).toBe(0);
    expect(await runningCopy(port, identityOf().name)).toBeNull();
  });

  test('a copy that already runs is shown instead of a second one', async () => {
    const served = await serve({ port: 0, root: import.meta.dirname, identity: identityOf() });
    if (!served.ok) throw new Error(served.reason);
    closers.push(served.server.close);
    const lines: string[] = [];
    const port = served.server.port;
    expect(await runInBrowser({ why: '', open: false, say: (line) => lines.push(line), port })).toBe(0);
    expect(lines).toEqual([`Loadline ${identityOf().version} is already running: http://127.0.0.1:${port}/`]);
  });

  test.each([
    ['another program', '<html>not it</html>'],
    ['a program that names itself otherwise', '{"name":"other","version":"1"}'],
  ])('%s on the port is an error of one line', async (_who, body) => {
    const other = createServer((_request, response) => response.end(body));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    closers.push(() => new Promise((done) => other.close(done)));
    const lines: string[] = [];
    const { port } = other.address() as AddressInfo;
    expect(await runInBrowser({ why: '', open: false, say: (line) => lines.push(line), port })).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`Port ${port} of 127.0.0.1 is taken`);
  });
});

test('each system opens an address by its own program, never through a shell', () => {
  const url = 'http://127.0.0.1:5317/';
  expect(openerOf('linux', url)).toEqual(['xdg-open', [url]]);
  expect(openerOf('darwin', url)).toEqual(['open', [url]]);
  expect(openerOf('win32', url)).toEqual(['explorer.exe', [url]]);
});
