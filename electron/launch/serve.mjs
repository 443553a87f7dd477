import { createServer } from 'node:http';
import { securityHeaders } from '../security.mjs';
import { cacheControlOf, contentTypeOf, readWebFile } from '../web-files.mjs';
import { identityOf, identityPath } from './identity.mjs';

/** The port is part of the origin under which a browser keeps the designs: another one would show an empty library. */
export const fixedPort = 5317;

const hostAddress = '127.0.0.1';

/** @typedef {import('./identity.mjs').Program} Program */
/** @typedef {{ readonly url: string, readonly port: number, close(): Promise<void> }} Server */
/** @typedef {{ readonly ok: true, readonly server: Server } | { readonly ok: false, readonly reason: 'port-taken' }} Served */
/** @typedef {{ readonly status: number, readonly headers: Record<string, string>, readonly body: string | Buffer }} Answer */

/**
 * Serves the built window on 127.0.0.1. Port 0 takes a free one, for tests.
 * @param {{ port: number, root: string, program: Program }} options root is the absolute path of the built window
 * @returns {Promise<Served>}
 */
export function serve({ port, root, program }) {
  return new Promise((done, fail) => {
    const server = createServer((request, response) => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      void answer(request, { root, port: bound, program }).then(({ status, headers, body }) => {
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
 * @param {{ root: string, port: number, program: Program }} site
 * @returns {Promise<Answer>}
 */
export async function answer(request, { root, port, program }) {
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
  if (pathname === identityPath) return identityAnswer(program, root);
  return fileAnswer(root, pathname);
}

/**
 * @param {string} root
 * @param {string} pathname
 * @returns {Promise<Answer>}
 */
async function fileAnswer(root, pathname) {
  try {
    const found = await readWebFile(root, pathname);
    if (found === null) return refuse(404, 'Not found');
    const headers = {
      'Content-Type': contentTypeOf(found.file),
      'Cache-Control': cacheControlOf(pathname),
    };
    return { status: 200, headers, body: found.content };
  } catch {
    return refuse(500, 'The file could not be read');
  }
}

/**
 * Worked out at each request: what is served is read from the disk, which a build may have changed.
 * @param {Program} program
 * @param {string} root
 * @returns {Promise<Answer>}
 */
async function identityAnswer(program, root) {
  const identity = await identityOf(program, root).catch(() => ({ ...program, build: '', place: '' }));
  return {
    status: 200,
    headers: { 'Content-Type': contentTypeOf(identityPath), 'Cache-Control': 'no-store' },
    body: JSON.stringify(identity),
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
