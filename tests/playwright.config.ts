import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './support/browser.mjs';

const executablePath = process.env['LOADLINE_CHROMIUM'] || findBrowser();
if (executablePath === null) throw new Error('No Chromium found: npm test installs one.');

/** Workers load this file as well; what the first load found is handed on to them. */
process.env['LOADLINE_CHROMIUM'] = executablePath;

const longest = /tinyurl-by-/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/e2e',
  globalSetup: './support/serve-window.mjs',
  fullyParallel: true,
  workers: 2,
  // A browser on a busy machine: what passes at a second try is reported, not hidden.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.results/e2e.json' }]],
  use: {
    // Set by the global setup, once the server has its port.
    baseURL: process.env['LOADLINE_URL'] ?? '',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: browserFlags },
  },
  // The longest first: begun last, they would leave the other worker with nothing to do.
  projects: [
    { name: 'whole journeys', testMatch: longest },
    { name: 'chromium', testIgnore: longest },
  ],
});
