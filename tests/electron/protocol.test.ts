import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { securityHeaders } from '../../electron/security.mjs';

vi.mock('electron', () => ({ protocol: {} }));

const { answer } = await import('../../electron/protocol');

describe('the app scheme', () => {
  let folder: string;
  let root: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'loadline-'));
    root = join(folder, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Loadline</title>');
    writeFileSync(join(root, 'assets', 'main.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync('../secret.txt', join(root, 'link.txt'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('serves the page with every security header', async () => {
    const response = await answer(new Request('app://loadline/'), root);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Loadline</title>');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers.get(name)).toBe(value);
    }
  });

  test('serves scripts as JavaScript, or a module does not load', async () => {
    const response = await answer(new Request('app://loadline/assets/main.js?v=1'), root);
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    ['app://loadline/missing.js', 404],
    ['app://loadline/assets', 404],
    ['app://loadline/..%2fsecret.txt', 404],
    ['app://loadline/%2e%2e/secret.txt', 404],
    ['app://loadline/link.txt', 404],
    ['app://other/index.html', 421],
  ])('%s is refused with %i', async (url, status) => {
    const response = await answer(new Request(url), root);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Security-Policy')).toBe(securityHeaders['Content-Security-Policy']);
  });

  test('only reads are answered', async () => {
    const request = new Request('app://loadline/index.html', { method: 'POST', body: 'x' });
    expect((await answer(request, root)).status).toBe(405);
    const head = await answer(new Request('app://loadline/', { method: 'HEAD' }), root);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });
});
