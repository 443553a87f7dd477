import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one core free, which of two is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        root,
        test: {
          // Pure functions leave nothing behind: their files share one module cache, which halves the time.
          name: 'shared',
          include: ['tests/{architecture,shared}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'window and shell',
          include: ['tests/{renderer,electron}/**/*.test.{ts,tsx}'],
          pool: 'threads',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
