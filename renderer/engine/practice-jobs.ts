import { t } from '../words/t';
import { type JobOutcome, type Jobs, type RunOptions, startJobs } from './jobs';
import type {
  PracticeProgress,
  PracticeRequest,
  PracticeResponse,
  PracticeStudies,
} from './practice-protocol';
import { workerKinds } from './worker-kinds';

type PracticeJobs = Jobs<PracticeRequest, PracticeResponse | null, PracticeProgress>;

/** What became of a request of practice; its response is null where a design has no figures. */
export type PracticeStudy = <K extends keyof PracticeStudies>(
  about: K,
  request: PracticeStudies[K]['request'],
  options?: Pick<RunOptions<PracticeProgress>, 'signal' | 'onProgress'>,
) => Promise<JobOutcome<PracticeStudies[K]['response']>>;

/** The client of the worker of practice, which starts with the first request. */
export function startPracticeStudies(spawn: () => Worker = spawnWorker): PracticeStudy {
  const jobs: PracticeJobs = startJobs(workerKinds.practice, spawn);
  return async <K extends keyof PracticeStudies>(
    about: K,
    request: PracticeStudies[K]['request'],
    options: Pick<RunOptions<PracticeProgress>, 'signal' | 'onProgress'> = {},
  ) =>
    (await jobs.run({ about, request } as PracticeRequest, options)) as JobOutcome<
      PracticeStudies[K]['response']
    >;
}

function spawnWorker(): Worker {
  return new Worker(new URL('./practice-worker.ts', import.meta.url), { type: 'module', name: 'practice' });
}

let study: PracticeStudy | null = null;

/** Asks the one worker of practice that the window has. */
export const practiceStudy: PracticeStudy = (about, request, options) => {
  study ??= startPracticeStudies();
  return study(about, request, options);
};

/** The response of a job, or the reason why there is none; null where it is no longer wanted. */
export function responseOf<T>(
  outcome: JobOutcome<T>,
): { readonly response: T } | { readonly failure: string } | null {
  switch (outcome.kind) {
    case 'done':
      return { response: outcome.response };
    case 'hung':
      return {
        failure: t('It took longer than {seconds} seconds.', {
          seconds: workerKinds.practice.limitMs / 1_000,
        }),
      };
    case 'threw':
      return { failure: outcome.message };
    default:
      return null;
  }
}
