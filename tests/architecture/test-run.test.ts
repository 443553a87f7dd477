import { describe, expect, test } from 'vitest';
import { mayAddShell, maySystemInstall } from '../support/browser.mjs';
import { tallyEndToEnd, tallyUnit } from '../support/reports.mjs';

describe('what a run of the tests counts', () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2 };
  const failing = { status: 'failed', assertionResults: [{}] };

  test('each unit test once', () => {
    expect(tallyUnit({ ...report, testResults: [failing] })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('a file that could not be loaded is a failure, though it has no test that failed', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(tallyUnit({ ...report, testResults: [failing, unloaded] }).failed).toBe(2);
  });

  test('an end-to-end test that passes at the second try is reported, and an error outside of the tests is a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(tallyEndToEnd({ stats, errors: ['no server'] })).toEqual({
      passed: 6,
      failed: 2,
      skipped: 1,
      retried: 1,
    });
  });
});

describe('a browser of the system is installed', () => {
  const debian = '/usr/bin/apt-get';
  test.each([
    ['where root finds none', true, [debian], true],
    ['never by anyone but root', false, [debian], false],
    ['never without apt-get', true, [], false],
    ['never over one that is there, working or not', true, [debian, '/usr/bin/chromium'], false],
  ])('%s', (_when, isRoot, files: readonly string[], may) => {
    expect(maySystemInstall({ isRoot, exists: (file) => files.includes(file) })).toBe(may);
  });
});

describe('the browser without a window is added', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  test.each([
    ['to Debian’s own, by root', '/usr/bin/chromium', true, ['/usr/bin/apt-get'], true],
    ['never by anyone but root', '/usr/bin/chromium', false, ['/usr/bin/apt-get'], false],
    ['never to a browser that was chosen', '/opt/chrome', true, ['/usr/bin/apt-get'], false],
    ['never twice', '/usr/bin/chromium', true, ['/usr/bin/apt-get', shell], false],
  ])('%s', (_when, found, isRoot, files: readonly string[], may) => {
    expect(mayAddShell(found, { isRoot, exists: (file) => files.includes(file) })).toBe(may);
  });
});
