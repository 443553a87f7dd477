import { type Editor, perEditor } from '../store/editors';
import { spawnAnalysisWorker } from './analysis-jobs';
import { type JobOutcome, type Jobs, type RunOptions, startJobs } from './jobs';
import type { LoadProgress, LoadStudies, LoadStudyRequest, LoadStudyResponse } from './protocol';
import { workerKinds } from './worker-kinds';

type LoadJobs = Jobs<LoadStudyRequest, LoadStudyResponse, LoadProgress>;

/** What became of a request about other loads; of several curves that wait only the newest is worked out. */
export type LoadStudy = <K extends keyof LoadStudies>(
  about: K,
  request: LoadStudies[K]['request'],
  options?: Pick<RunOptions<LoadProgress>, 'signal' | 'onProgress'>,
) => Promise<JobOutcome<LoadStudies[K]['response']>>;

/** The client of the worker that serves requests about other loads. */
export function startLoadStudies(spawn: () => Worker = spawnAnalysisWorker): LoadStudy {
  const jobs: LoadJobs = startJobs(workerKinds.loads, spawn);
  return async <K extends keyof LoadStudies>(
    about: K,
    request: LoadStudies[K]['request'],
    options: Pick<RunOptions<LoadProgress>, 'signal' | 'onProgress'> = {},
  ) => {
    const wanted = { about, request } as LoadStudyRequest;
    const outcome = await jobs.run(wanted, { ...options, beside: about !== 'curve' });
    return outcome as JobOutcome<LoadStudies[K]['response']>;
  };
}

const studyOf = perEditor(() => startLoadStudies());

/** Asks the worker of an editor about other loads. */
export const loadStudyIn = (editor: Editor): LoadStudy => studyOf(editor);
