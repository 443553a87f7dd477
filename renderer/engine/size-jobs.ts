import type { SizeProposalResult } from '../../shared/rules/size-proposal';
import { spawnAnalysisWorker } from './analysis-jobs';
import { type Jobs, startJobs } from './jobs';
import type { SizeProgress, SizeRequest } from './protocol';
import { workerKinds } from './worker-kinds';

export type SizeJobs = Jobs<SizeRequest, SizeProposalResult, SizeProgress>;

/**
 * For sizes, which take from a second to a minute: a further worker of the analysis starts with the first, and an abort ends it.
 */
export const startSizeJobs = (spawn: () => Worker = spawnAnalysisWorker): SizeJobs =>
  startJobs(workerKinds.sizes, spawn);
