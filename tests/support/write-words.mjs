import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';

// The list of words is made by the test that compares it: what is read and what is kept cannot differ.
execFileSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    'tests/architecture/words.test.ts',
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, UPDATE_GOLDEN: '1' } },
);
