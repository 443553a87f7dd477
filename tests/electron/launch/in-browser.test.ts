import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { identityOf, occupantOf } from '../../../electron/launch/identity.mjs';
import { runInBrowser } from '../../../electron/launch/in-browser.mjs';
import { openerOf } from '../../../electron/launch/open-address.mjs';
import { programOf } from '../../../electron/launch/project.mjs';
import { addressOf, serve } from '../../../electron/launch/serve.mjs';

const closers: (() => unknown)[] = [];
const folders: string[] = [];
let window: string;
beforeEach(() => {
  window = builtWindow('this build');
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function builtWindow(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-'));
  folders.push(folder);
  writeFileSync(join(folder, 'index.html'), page);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Has a free port answer so. */
async function answering(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

/** Serves a window on a free port. */
async function serving(root: string): Promise<number> {
  const served = await serve({ port: 0, root, program: programOf() });
  if (!served.ok) throw new Error(served.reason);
  closers.push(served.server.close);
  return served.server.port;
}

/** Starts on a port; gives what it says once it has said that much. */
async function startOn(port: number, lines: number): Promise<{ said: string[]; run: Promise<number> }> {
  const said: string[] = [];
  const why = 'Electron is not available';
  const run = runInBrowser({ why, open: false, say: (line) => said.push(line), port, window });
  await vi.waitFor(() => expect(said).toHaveLength(lines), { timeout: 10_000 });
  return { said, run };
}

describe('without Electron', () => {
  test('one line gives the address and the reason, and an interrupt ends it', async () => {
    const port = await freePort();
    const { said, run } = await startOn(port, 1);
    expect(said[0]).toContain(`http://127.0.0.1:${port}/`);
    expect(said[0]).toContain('Electron is not available');
    const identity = await identityOf(programOf(), window);
    expect(await occupantOf(addressOf(port), identity)).toEqual({ kind: 'same' });
    process.emit('SIGINT');
    expect(await run).toBe(0);
    expect(await occupantOf(addressOf(port), identity)).toEqual({ kind: 'stranger' });
  });

  test('this very build that already runs is shown instead of a second one', async () => {
    const port = await serving(window);
    const { said, run } = await startOn(port, 1);
    expect(await run).toBe(0);
    expect(said).toEqual([`This copy of Loadline is already running: http://127.0.0.1:${port}/`]);
  });

  test('beside another build it takes the next free port, and says where the designs are', async () => {
    const port = await serving(builtWindow('another build'));
    const { said, run } = await startOn(port, 2);
    expect(said[0]).toContain(
      `Another copy of Loadline (${programOf().version}) runs at http://127.0.0.1:${port}/`,
    );
    const [, address = ''] = /(http:\S+)/.exec(said[1] ?? '') ?? [];
    expect(Number(new URL(address).port)).toBeGreaterThan(port + 1);
    expect(await (await fetch(address)).text()).toBe('this build');
    // A third start finds the second.
    const third = await startOn(port, 2);
    expect(await third.run).toBe(0);
    expect(third.said[1]).toBe(`This copy of Loadline is already running: ${address}`);
    process.emit('SIGINT');
    expect(await run).toBe(0);
  });

  test.each<[string, RequestListener]>([
    ['another program', (_request, response) => response.end('<html>not it</html>')],
    [
      'a program that names itself otherwise',
      (_request, response) => response.end('{"name":"other","version":"1"}'),
    ],
    ['a program with our name and no version', (_request, response) => response.end('{"name":"loadline"}')],
    [
      'a program that sends on to another address',
      (_request, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      'a program that sends without end',
      (_request, response) => {
        const more = (): void => {
          while (response.write(' '.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
    ],
    ['a program that never answers', () => undefined],
  ])('%s on the port is an error of one line', async (_who, listener) => {
    const port = await answering(listener);
    const { said, run } = await startOn(port, 1);
    expect(await run).toBe(1);
    expect(said[0]).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
  });

  test('a program that does not even speak HTTP is an error of one line', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('220 mail\r\n', () => socket.destroy());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closers.push(() => new Promise((done) => server.close(done)));
    const { port } = server.address() as AddressInfo;
    const { said, run } = await startOn(port, 1);
    expect(await run).toBe(1);
    expect(said[0]).toContain('is taken by another program');
  });

  test('what a copy says of itself cannot reach into the terminal', async () => {
    const version = `1\u001b]0;title\u0007\u001b[2J\r\nLoadline is safe${'!'.repeat(200)}`;
    const port = await answering((_request, response) =>
      response.end(JSON.stringify({ name: programOf().name, version, build: 'x', place: 'x' })),
    );
    const { said, run } = await startOn(port, 2);
    process.emit('SIGINT');
    expect(await run).toBe(0);
    expect(said.join('')).not.toMatch(/\p{Cc}/u);
    expect(said[0]).toContain('1\\u001b]0;title\\u0007');
    expect(said[0]).not.toContain('!'.repeat(50));
  });
});

test('each system opens an address by its own program, never through a shell', () => {
  const url = 'http://127.0.0.1:5317/';
  expect(openerOf('linux', url)).toEqual(['xdg-open', [url]]);
  expect(openerOf('darwin', url)).toEqual(['open', [url]]);
  expect(openerOf('win32', url)).toEqual(['explorer.exe', [url]]);
});
