import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that take a minute by themselves: begun last, they would leave every other core with nothing to do. */
const long = /\/catalog\/fuzz\.test\.ts$|\/reference\/random-designs\.test\.ts$|\/cli\/built\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one core free, which of two is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
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
