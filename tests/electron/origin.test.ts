import { describe, expect, test } from 'vitest';
import { externalLink, isAppUrl } from '../../electron/origin';

describe('the address of the app', () => {
  test.each(['app://loadline/', 'app://loadline/index.html', 'app://loadline/assets/a.js?x#y'])(
    '%s is of the app',
    (url) => expect(isAppUrl(url)).toBe(true),
  );

  test.each([
    'app://loadline.example/',
    'app://loadline@evil.example/',
    'app://evil/loadline/',
    'app://loadline:81/',
    'https://loadline/',
    'file:///loadline/index.html',
    'data:text/html,app://loadline/',
    'loadline',
    '',
  ])('%s is not', (url) => expect(isAppUrl(url)).toBe(false));
});

describe('links that leave the app', () => {
  test.each([
    ['https://www.rfc-editor.org/rfc/rfc9110', 'https://www.rfc-editor.org/rfc/rfc9110'],
    ['mailto:someone@example.org', 'mailto:someone@example.org'],
  ])('%s is let out', (url, link) => expect(externalLink(url)).toBe(link));

  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'smb://host/share',
    'https://user:secret@example.org/',
    'not an address',
  ])('%s is not', (url) => expect(externalLink(url)).toBeNull());
});
