import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { projectRoot } from '../../../electron/launch/project.mjs';
import { filesBelow } from '../../architecture/source-files';
import { FakeStorage } from '../../support/fake-storage';

async function load() {
  vi.resetModules();
  return import('../../../renderer/storage/page-storage');
}

/** A browser that refuses its storage to the page, as Chromium does where site data are blocked. */
function block(): void {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

describe('the storage of the page', () => {
  beforeEach(() => vi.stubGlobal('localStorage', new FakeStorage()));
  afterEach(() => vi.unstubAllGlobals());

  test('outlives the page where the browser gives it', async () => {
    const { pageStorage } = await load();
    expect(pageStorage.set('a', '1')).toBe('kept');
    const again = await load();
    expect(again.pageStorage.get('a')).toBe('1');
    again.pageStorage.remove('a');
    expect(again.pageStorage.get('a')).toBeNull();
    expect(again.isPageStorageBlocked()).toBe(false);
  });

  test('is memory where the browser blocks it, and says so', async () => {
    block();
    const { pageStorage, isPageStorageBlocked } = await load();
    expect(pageStorage.get('a')).toBeNull();
    expect(isPageStorageBlocked()).toBe(true);
    expect(pageStorage.set('a', '1')).toBe('memory');
    expect(pageStorage.get('a')).toBe('1');
    pageStorage.remove('a');
    expect(pageStorage.get('a')).toBeNull();
  });

  test('where it is full says so and throws nothing', async () => {
    const full = new FakeStorage();
    full.refusal = new DOMException('full', 'QuotaExceededError');
    vi.stubGlobal('localStorage', full);
    const { pageStorage, isPageStorageBlocked } = await load();
    expect(pageStorage.set('a', '1')).toBe('full');
    expect(isPageStorageBlocked()).toBe(false);
  });

  test('blocked, lets the preferences be restored and drafts be asked for', async () => {
    block();
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', { documentElement: { dataset: {} } });
    vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
    vi.resetModules();
    const { restorePreferences } = await import('../../../renderer/storage/preferences');
    const { draftOf, dropDraft, keepDraft } = await import('../../../renderer/storage/draft');
    expect(restorePreferences).not.toThrow();
    expect(keepDraft({ id: 'a', revision: 1, design: {} })).toBe(false);
    dropDraft('a');
    expect(draftOf('a')).toBeNull();
  });

  test('is reached through one file alone', () => {
    const users = filesBelow('renderer').filter(
      (path) =>
        /\.tsx?$/.test(path) &&
        /\b(localStorage|sessionStorage)\b/.test(readFileSync(join(projectRoot, path), 'utf8')),
    );
    expect(users).toEqual(['renderer/storage/page-storage.ts']);
  });
});
