import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cacheControlOf, contentTypeOf, resolveWebFile } from '../../electron/web-files.mjs';

const root = resolve('built');

describe('the file that a path names', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main-1a2b.js', 'assets/main-1a2b.js'],
    ['/assets/', 'assets/index.html'],
    ['/a%20b.svg', 'a b.svg'],
  ])('%s is %s', (path, file) => expect(resolveWebFile(root, path)).toBe(resolve(root, file)));

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/c:/windows',
    '/index.html%00.png',
    '//etc/passwd',
    '/.build.json',
    '/%',
    'index.html',
    '',
  ])('%s is none', (path) => expect(resolveWebFile(root, path)).toBeNull());

  test('no path leads out of the folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      'a',
      'index.html',
      '\0',
      ':',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolveWebFile(root, `/${pieces.join('')}`);
        expect(file === null || file.startsWith(`${root}/`) || file.startsWith(`${root}\\`)).toBe(true);
      }),
    );
  });
});

test('a module script is served as JavaScript, an unknown file as bytes', () => {
  expect(contentTypeOf('main.JS')).toBe('text/javascript; charset=utf-8');
  expect(contentTypeOf('inter.woff2')).toBe('font/woff2');
  expect(contentTypeOf('LICENSE')).toBe('application/octet-stream');
});

test('only files whose name bears a hash are kept', () => {
  expect(cacheControlOf('/assets/main-1a2b.js')).toContain('immutable');
  expect(cacheControlOf('/index.html')).toBe('no-cache');
});
