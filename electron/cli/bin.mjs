#!/usr/bin/env node
import { existsSync } from 'node:fs';

// npx links to this file once and does not look again, so it must be there before the first build.
const built = new URL('../../dist/cli/loadline.mjs', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('loadline: The command line is not built yet. Run npm run build.\n');
  process.exitCode = 2;
}
