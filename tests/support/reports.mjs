import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, retried?: number }} Tally What passed at the second try only is in `passed` and, counted, in `retried`. */

/** @type {Tally} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * What vitest's JSON report counts. A file that could not be loaded has no tests and counts as one that failed.
 * @param {string} file
 * @returns {Tally}
 */
export function readUnitReport(file) {
  return existsSync(file) ? tallyUnit(JSON.parse(readFileSync(file, 'utf8'))) : nothing;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyUnit(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
  };
}

/**
 * What Playwright's JSON report counts; an error outside of a test counts as one that failed.
 * @param {string} file
 * @returns {Tally}
 */
export function readEndToEndReport(file) {
  return existsSync(file) ? tallyEndToEnd(JSON.parse(readFileSync(file, 'utf8'))) : nothing;
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: readonly unknown[] }} report
 * @returns {Tally}
 */
export function tallyEndToEnd({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    retried: stats.flaky,
  };
}
