import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../electron/security.mjs';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((text) => {
    const [name = '', ...values] = text.split(' ');
    return [name, values] as const;
  }),
);

test('nothing is allowed that is not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) {
    expect(directives.get(name)).toEqual(["'none'"]);
  }
});

test('code and style come from files of the app alone', () => {
  for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src']) {
    expect(directives.get(name)).toEqual(["'self'"]);
  }
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
});

test('the headers keep a page from being framed, sniffed or named to others', () => {
  expect(securityHeaders).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
});
