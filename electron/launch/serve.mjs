import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { securityHeaders } from '../security.mjs';
import { cacheControlOf, contentTypeOf, resolveWebFile } from '../web-files.mjs';

/** The port is part of the origin under which a browser keeps the designs: another one would show an empty library. */
export const fixedPort = 5317;

const hostAddress = '127.0.0.1';
const identityPath = '/.loadline.json';

/** @typedef {{ readonly name: string, readonly version: string }} Identity */
/** @typedef {{ readonly url: string, readonly port: number, close(): Promise<void> }} Server */
/** @typedef {{ readonly ok: true, readonly server: Server } | { readonly ok: false, readonly reason: 'port-taken' }} Served */
/** @typedef {{ readonly status: number, readonly headers: Record<string, string>, readonly body: string | Buffer }} Answer */

/**
 * Serves the built window on 127.0.0.1. Port 0 takes a free one, for tests.
 * @param {{ port: number, root: string, identity: Identity }} options root is the absolute path of the built window
 * @returns {Promise<Served>}
 */
export function serve({ port, root, identity }) {
  return new Promise((done, fail) => {
    const server = createServer((request, response) => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      void answer(request, { root, port: bound, identity }).then(({ status, headers, body }) => {
        response.writeHead(status, {
          ...securityHeaders,
          ...headers,
          'Content-Length': Buffer.byteLength(body),
        });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
    });
    server.on('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') done({ ok: false, reason: 'port-taken' });
      else fail(error);
    });
    server.listen(port, hostAddress, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      done({ ok: true, server: { url: addressOf(bound), port: bound, close: () => closeServer(server) } });
    });
  });
}

/** @param {number} port */
export function addressOf(port) {
  return `http://${hostAddress}:${port}/`;
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function closeServer(server) {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/**
 * What a request is answered with. Only this host's own names are served, or a foreign page whose name is made to point
 * here could read the answers; `localhost` is sent on to the one origin, or designs would lie under two.
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
 * @param {{ root: string, port: number, identity: Identity }} site
 * @returns {Promise<Answer>}
 */
export async function answer(request, { root, port, identity }) {
  const { host } = request.headers;
  const target = request.url ?? '/';
  const isLocalName = host === `localhost:${port}`;
  if (host !== `${hostAddress}:${port}` && !isLocalName) return refuse(421, 'Misdirected request');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'Method not allowed', { Allow: 'GET, HEAD' });
  }
  if (!target.startsWith('/') || target.startsWith('//')) return refuse(400, 'Bad request');
  if (isLocalName) return refuse(308, 'Moved', { Location: addressOf(port).slice(0, -1) + target });
  const pathname = target.replace(/[?#].*$/s, '');
  if (pathname === identityPath) return identityAnswer(identity);
  const file = resolveWebFile(root, pathname);
  return file === null ? refuse(404, 'Not found') : fileAnswer(file, pathname);
}

/**
 * @param {string} file
 * @param {string} pathname
 * @returns {Promise<Answer>}
 */
async function fileAnswer(file, pathname) {
  try {
    const body = await readFile(file);
    const headers = { 'Content-Type': contentTypeOf(file), 'Cache-Control': cacheControlOf(pathname) };
    return { status: 200, headers, body };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return refuse(404, 'Not found');
    return refuse(500, 'The file could not be read');
  }
}

/**
 * @param {Identity} identity
 * @returns {Answer}
 */
function identityAnswer({ name, version }) {
  return {
    status: 200,
    headers: { 'Content-Type': contentTypeOf(identityPath), 'Cache-Control': 'no-store' },
    body: JSON.stringify({ name, version }),
  };
}

/**
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
function refuse(status, text, headers = {}) {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
    body: `${text}\n`,
  };
}

/**
 * Who answers on a port of this machine, or null where it is not a copy of the app.
 * @param {number} port
 * @param {string} name the app's
 * @returns {Promise<Identity | null>}
 */
export async function runningCopy(port, name) {
  try {
    const url = new URL(identityPath, addressOf(port));
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(2000) });
    const identity = await response.json();
    return identity?.name === name && typeof identity.version === 'string' ? identity : null;
  } catch {
    // Whatever else answers there, or does not, is not the app.
    return null;
  }
}
