import { type Jobs, startJobs } from '../../engine/jobs';
import { workerKinds } from '../../engine/worker-kinds';
import type { RestorableFile } from './restorable';

/** What is in a backup, or why it cannot be used. `failed`: the browser cannot read it, with its words. */
export type ReadBackup =
  | RestorableFile
  | { readonly ok: false; readonly reason: 'hung' }
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string };

export type BackupJobs = Jobs<File, RestorableFile>;

/** The most that a backup may be: it is read as a whole. */
const largestBackupBytes = 500_000_000;

let jobs: BackupJobs | null = null;

function sharedJobs(): BackupJobs {
  jobs ??= startBackupJobs();
  return jobs;
}

export function startBackupJobs(spawn: () => Worker = spawnWorker): BackupJobs {
  return startJobs(workerKinds.backups, spawn);
}

function spawnWorker(): Worker {
  return new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module', name: 'backups' });
}

/** Reads a backup in a worker, so that no file can hang the window. */
export async function readBackup(file: File, running: BackupJobs = sharedJobs()): Promise<ReadBackup> {
  if (file.size > largestBackupBytes) return { ok: false, reason: 'too-large' };
  const outcome = await running.run(file);
  if (outcome.kind === 'done') return outcome.response;
  if (outcome.kind === 'hung') return { ok: false, reason: 'hung' };
  return { ok: false, reason: 'failed', message: outcome.kind === 'threw' ? outcome.message : '' };
}
