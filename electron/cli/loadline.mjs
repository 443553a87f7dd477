import { openScripts } from './scripts.mjs';

// The build puts the scripts beside this file.
await openScripts(import.meta.dirname)
  .load('main.cjs')
  .main();
