import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../printable.mjs';

/** Where a running copy says which one it is. */
export const identityPath = '/.loadline.json';

/** An answer that is longer is not one of ours: whoever has the port may send without end. */
const longestAnswerBytes = 4096;
const longestWaitMs = 2000;

/**
 * The program that a copy runs: name and version of its package.
 * @typedef {{ readonly name: string, readonly version: string }} Program
 */
/**
 * What distinguishes one running copy from another: its program, what it serves at this moment, and from where.
 * @typedef {Program & { readonly build: string, readonly place: string }} Identity
 */
/**
 * Who has a port: the same window from the same folder, another copy of the program, or a stranger.
 * @typedef {{ readonly kind: 'same' }
 *   | { readonly kind: 'other-copy', readonly version: string }
 *   | { readonly kind: 'stranger' }} Occupant
 */

/**
 * @param {Program} program
 * @param {string} window absolute path of the built window
 * @returns {Promise<Identity>}
 */
export async function identityOf({ name, version }, window) {
  // Names under assets/ bear a hash of their content, so the page alone says what all of it is.
  const build = digest(await readFile(join(window, 'index.html')));
  return { name, version, build, place: digest(await realpath(window)) };
}

/** @param {string | Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('hex');

/**
 * Asks whoever has a port of this machine who it is.
 * @param {string} address as in `http://127.0.0.1:5317/`
 * @param {Identity} ours
 * @returns {Promise<Occupant>}
 */
export async function occupantOf(address, ours) {
  const theirs = await askIdentity(address);
  if (theirs?.name !== ours.name) return { kind: 'stranger' };
  if (theirs.build === ours.build && theirs.place === ours.place && theirs.version === ours.version)
    return { kind: 'same' };
  return { kind: 'other-copy', version: printable(theirs.version).slice(0, 40) };
}

/**
 * @param {string} address
 * @returns {Promise<{ name: string, version: string, build?: unknown, place?: unknown } | null>}
 */
async function askIdentity(address) {
  try {
    const url = new URL(identityPath, address);
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(longestWaitMs) });
    const identity = JSON.parse(await shortText(response));
    const isOurs = typeof identity?.name === 'string' && typeof identity.version === 'string';
    return response.ok && isOurs ? identity : null;
  } catch {
    // Whatever else answers there, or does not, is not the app.
    return null;
  }
}

/** @param {Response} response */
async function shortText(response) {
  let bytes = 0;
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > longestAnswerBytes) throw new Error('too long for an identity');
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
