import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOf, occupantOf } from '../../../electron/launch/identity.mjs';
import { type Program, type Server, serve } from '../../../electron/launch/serve.mjs';
import { securityHeaders } from '../../../electron/security.mjs';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const program: Program = { name: 'loadline', version: '1.2.3' };
/** Names in the folder that is served, and what they lead to. */
const links = [
  ['file-link.txt', '../secret.txt'],
  ['folder-link', '..'],
  ['link-to-link.txt', 'file-link.txt'],
  ['hidden-link.txt', '.hidden.txt'],
  ['circle.txt', 'circle.txt'],
  ['nowhere.txt', 'gone.txt'],
  ['inner-link.txt', 'plain.txt'],
] as const;

let folder: string;
let server: Server;

/** Asks as a browser cannot: with any Host header, any method and any request target. */
function ask(path: string, { host = `127.0.0.1:${server.port}`, method = 'GET' } = {}): Promise<Answered> {
  return new Promise((done, fail) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { host } },
      (response) => {
        let body = '';
        response.on('data', (part: Buffer) => {
          body += part.toString();
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loadline-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Loadline</title>');
  writeFileSync(join(folder, 'renderer', 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'renderer', '.hidden.txt'), 'secret');
  writeFileSync(join(folder, 'renderer', 'plain.txt'), 'plain');
  for (const [link, target] of links) symlinkSync(target, join(folder, 'renderer', link));
  const served = await serve({ port: 0, root: join(folder, 'renderer'), program });
  if (!served.ok) throw new Error(served.reason);
  server = served.server;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('what is served', () => {
  test('the page, as HTML that is asked for again', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('<title>Loadline</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('a script under a hashed name, as JavaScript that may be kept', async () => {
    const { headers } = await ask('/assets/main-1a2b.js?v=2');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  test('HEAD has the headers of GET and no body', async () => {
    const [get, head] = [await ask('/'), await ask('/', { method: 'HEAD' })];
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head).toMatchObject({ status: 200, body: '' });
  });

  test('which copy it is, as it is at this moment', async () => {
    const page = join(folder, 'renderer', 'index.html');
    const known = await identityOf(program, join(folder, 'renderer'));
    expect(await occupantOf(server.url, known)).toEqual({ kind: 'same' });
    const elsewhere = { ...known, place: 'another folder' };
    expect(await occupantOf(server.url, elsewhere)).toEqual({ kind: 'other-copy', version: '1.2.3' });
    expect(await occupantOf(server.url, { ...known, name: 'another' })).toEqual({ kind: 'stranger' });
    writeFileSync(page, '<!doctype html><title>Loadline</title>built anew');
    expect(await occupantOf(server.url, known)).toEqual({ kind: 'other-copy', version: '1.2.3' });
    rmSync(page);
    expect(await occupantOf(server.url, known)).toEqual({ kind: 'other-copy', version: '1.2.3' });
    writeFileSync(page, '<!doctype html><title>Loadline</title>');
    expect(await occupantOf(server.url, known)).toEqual({ kind: 'same' });
  });
});

describe('what is refused', () => {
  test.each([
    'evil.example',
    'evil.example:5317',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:5317',
  ])('a request for the host "%s"', async (host) => {
    expect(await ask('/', { host })).toMatchObject({ status: 421 });
    expect((await ask('/.loadline.json', { host })).body).not.toContain('loadline');
  });

  test('a request without a host', async () => {
    const text = await new Promise<string>((done, fail) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
      let received = '';
      socket.on('data', (part) => {
        received += part.toString();
      });
      socket.on('close', () => done(received));
      socket.on('error', fail);
    });
    expect(text).toMatch(/^HTTP\/1\.1 4(00|21) /);
    expect(text).not.toContain('Loadline');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test.each([
    ['/../secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/assets/%2e%2e/%2e%2e/secret.txt', 404],
    ['/..%5csecret.txt', 404],
    ['/%00', 404],
    ['/%zz', 404],
    ['/assets', 404],
    ['/missing.js', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/%252e%252e/secret.txt', 404],
    ['/%252e%252e%252fsecret.txt', 404],
    ['/%2e%2e%5csecret.txt', 404],
    ['/..\\secret.txt', 404],
    ['/assets/..%2f..%2fsecret.txt', 404],
    ['/%c0%ae%c0%ae/secret.txt', 404],
    ['/index.html%00', 404],
    ['/.hidden.txt', 404],
    ['/%2ehidden.txt', 404],
    ['/assets/../.hidden.txt', 404],
    ['/file-link.txt', 404],
    ['/folder-link/secret.txt', 404],
    ['/link-to-link.txt', 404],
    ['/hidden-link.txt', 404],
    ['/circle.txt', 404],
    ['/nowhere.txt', 404],
    [`/${'long'.repeat(100)}.txt`, 404],
    ['//secret.txt', 400],
    ['http://evil.example/', 400],
  ])('the target %s with %i', async (path, status) => {
    const answered = await ask(path);
    expect(answered.status).toBe(status);
    expect(answered.body).not.toContain('secret');
  });
});

test('a link to a file that is served itself is followed', async () => {
  expect(await ask('/inner-link.txt')).toMatchObject({ status: 200, body: 'plain' });
});

test('localhost is sent on to the one address under which designs are kept', async () => {
  const answered = await ask('/?a=b', { host: `localhost:${server.port}` });
  expect(answered).toMatchObject({ status: 308, headers: { location: `${server.url}?a=b` } });
});

test.each(['/', '/missing.js', '/.loadline.json'])(
  '%s is answered with every security header',
  async (path) => {
    for (const host of [`127.0.0.1:${server.port}`, 'evil.example']) {
      const { headers } = await ask(path, { host });
      for (const [name, value] of Object.entries(securityHeaders))
        expect(headers[name.toLowerCase()]).toBe(value);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  },
);

test('a port that is taken is said, not moved away from', async () => {
  expect(await serve({ port: server.port, root: folder, program })).toEqual({
    ok: false,
    reason: 'port-taken',
  });
});
