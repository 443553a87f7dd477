import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Begun last, a file that takes long would leave every other core with nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('.long.test.ts');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one core free, which of two is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    // What a file becomes for Node is kept until the file changes: a quarter of the time of a run.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
    projects: [
      {
        root,
        test: {
          // Pure functions leave nothing behind: their files share one module cache, which halves the time.
          name: 'shared',
          include: ['tests/{architecture,shared}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          setupFiles: ['tests/support/property-runs.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          // To load React and its kin takes longer than most of these tests: files share a worker, but no module of the window.
          name: 'window',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          pool: 'threads',
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          // The shell keeps what it is given of Electron, each file its own stand-in.
          name: 'shell',
          include: ['tests/electron/**/*.test.ts'],
          pool: 'threads',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
