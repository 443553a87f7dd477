import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/**
 * The media type by which a file of the built window is served.
 * @param {string} file
 * @returns {string}
 */
export function contentTypeOf(file) {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * How long a file may be kept: names under `assets/` bear a hash of their content, all others are requested again.
 * @param {string} pathname
 * @returns {string}
 */
export function cacheControlOf(pathname) {
  return pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * The file of `root` that a URL's path names, or null where the path is malformed, hidden, or leads out of `root`.
 * @param {string} root absolute path of the folder that is served
 * @param {string} pathname path of the URL, still percent-encoded
 * @returns {string | null}
 */
export function resolveWebFile(root, pathname) {
  const decoded = decode(pathname);
  if (decoded?.startsWith('/') !== true) return null;
  // A backslash separates folders on Windows alone, a colon opens a drive or a stream there: neither is in a built name.
  if (/[\\:\0]/.test(decoded)) return null;
  const parts = decoded.split('/').slice(1);
  if (parts.some((part) => part.startsWith('.'))) return null;
  if (parts.slice(0, -1).includes('')) return null;
  const file = resolve(root, ...parts, ...(parts.at(-1) === '' ? ['index.html'] : []));
  return file.startsWith(resolve(root) + sep) ? file : null;
}

/**
 * The content of the file of `root` that a URL's path names, or null where there is none to be served. Links are followed
 * before it is decided: what lies outside of `root`, or hidden in it, is not served under another name either.
 * @param {string} root absolute path of the folder that is served
 * @param {string} pathname path of the URL, still percent-encoded
 * @returns {Promise<{ readonly file: string, readonly content: Buffer } | null>}
 */
export async function readWebFile(root, pathname) {
  const file = resolveWebFile(root, pathname);
  if (file === null) return null;
  try {
    const target = await realpath(file);
    if (!isServed(relative(await realpath(root), target))) return null;
    // Anything but a file may never come to an end, as a pipe does.
    if (!(await stat(target)).isFile()) return null;
    return { file, content: await readFile(target) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && missing.has(error.code)) return null;
    throw error;
  }
}

/** @type {ReadonlySet<unknown>} */
const missing = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** @param {string} path from the folder that is served to a file */
const isServed = (path) =>
  path !== '' && !isAbsolute(path) && path.split(sep).every((part) => !part.startsWith('.'));

/**
 * @param {string} pathname
 * @returns {string | null}
 */
function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
