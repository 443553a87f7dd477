import type { LayoutGraph } from '../../shared/layout/free-layout';
import { type Jobs, startJobs } from './jobs';
import { workerKinds } from './worker-kinds';

export type LayoutJobs = Jobs<LayoutGraph, LayoutGraph>;

/** For free arrangements, which a kernel of 1.6 MB works out: its worker starts with the first. */
export const startLayoutJobs = (spawn: () => Worker = spawnWorker): LayoutJobs =>
  startJobs(workerKinds.layout, spawn);

function spawnWorker(): Worker {
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' });
}
