import type { Result } from '../../../shared/model/result';
import type { Design } from '../../../shared/model/schema';
import { type Jobs, startJobs } from '../../engine/jobs';
import { workerKinds } from '../../engine/worker-kinds';
import type { WindowLimit } from './window-limits';

/** What a file is: a design with a place for every part, or what is wrong with it. `message` is the browser's. */
export type FileAnswer =
  | Result<Design>
  | { readonly ok: 'unreadable'; readonly message: string }
  | { readonly ok: 'too-large-for-window'; readonly what: WindowLimit; readonly count: number };

export type FileJobs = Jobs<File, FileAnswer>;

export function startFileJobs(spawn: () => Worker = spawnWorker): FileJobs {
  return startJobs(workerKinds.files, spawn);
}

function spawnWorker(): Worker {
  return new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module', name: 'files' });
}
