import type { Improvements } from '../../shared/analysis/improvements/improvements';
import type { Design } from '../../shared/model/schema';
import { createDesignSender } from './design-updates';
import { type JobOutcome, type ReadReply, startJobs } from './jobs';
import type {
  AnalysisReport,
  AnalysisRequest,
  AnalyzedDesign,
  ImprovementsRequest,
  LookUpRequest,
  LookUpResponse,
  LookUps,
  SearchProgress,
  SentRequest,
} from './protocol';
import { createReportReceiver, isReportUpdate } from './report-updates';
import { searchLimitMs } from './search-limit';
import { workerKinds } from './worker-kinds';

/** A look-up may wait in the worker for an analysis that takes all its time. */
const lookUpLimitMs = 2 * workerKinds.analysis.limitMs;
/** It analyses the design many times, and the worker does its other jobs in between. */
const longLookUpLimitMs = 12 * workerKinds.analysis.limitMs;

/** A search ends by itself before that, but for an analysis that takes all its time. */
const searchJobLimitMs = searchLimitMs + lookUpLimitMs;

export interface AnalysisEvents {
  /** The means of a design, then its percentiles. */
  readonly onReport: (report: AnalysisReport) => void;
  /** The worker threw or hung and was ended; `message` is what it threw, if anything. */
  readonly onFailure: (reason: 'hung' | 'threw', message: string) => void;
}

export interface AnalysisJobs {
  /** Starts the worker before there is a request, so that the first finds it loaded. */
  readonly prepare: () => void;
  /** Asks for the report of a design; of several requests only the newest is sure to be reported. */
  readonly request: (design: AnalyzedDesign, load: number) => void;
  /** Looks something up beside the analysis; null where the worker fails before it responds, or it is aborted. */
  readonly lookUp: LookUp;
  /** Searches what would help a flow most; null where it was aborted or the worker failed. */
  readonly improve: Improve;
  readonly stop: () => void;
}

export type Improve = (
  request: Omit<ImprovementsRequest, 'about'>,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: SearchProgress) => void },
) => Promise<Improvements | null>;

export type LookUp = <K extends keyof LookUps>(
  about: K,
  request: LookUps[K]['request'],
  signal?: AbortSignal,
) => Promise<LookUps[K]['response'] | null>;

/** What the worker replies, once updates of reports are read. */
type Response = AnalysisReport | LookUpResponse | Improvements | null;
type Progress = AnalysisReport | SearchProgress;

/** Reports come as updates of the one before. */
function readsReports(): ReadReply<Response, Progress> {
  const receive = createReportReceiver();
  const read = (sent: unknown): unknown => (isReportUpdate(sent) ? receive(sent) : sent);
  return (reply) =>
    'response' in reply
      ? { job: reply.job, response: read(reply.response) as Response }
      : { job: reply.job, progress: read(reply.progress) as Progress };
}

/** Of a design whose report is requested, the worker is sent what changed since the request before. */
function writesDesigns(): (request: AnalysisRequest) => SentRequest {
  const updateOf = createDesignSender();
  return (request) =>
    request.about === 'report' ? { ...request, design: updateOf(request.design) } : request;
}

/** The client of the analysis worker. A request that made it hang or throw is not sent again. */
export function startAnalysis(
  events: AnalysisEvents,
  spawn: () => Worker = spawnAnalysisWorker,
): AnalysisJobs {
  const jobs = startJobs<AnalysisRequest, Response, Progress>(workerKinds.analysis, spawn, {
    read: readsReports(),
    writer: writesDesigns,
  });
  let open: { readonly design: string; readonly left: AbortController } | null = null;

  /** Aborted when another design is requested: figures of the one that was left would be on the cards of the next. */
  const signalFor = (design: string): AbortSignal => {
    if (open?.design !== design) {
      open?.left.abort();
      open = { design, left: new AbortController() };
    }
    return open.left.signal;
  };
  const finish = (outcome: JobOutcome<Response>): void => {
    if (outcome.kind === 'done') events.onReport(outcome.response as AnalysisReport);
    else if (outcome.kind === 'hung') events.onFailure('hung', '');
    else if (outcome.kind === 'threw') events.onFailure('threw', outcome.message);
  };

  return {
    prepare: jobs.prepare,
    request(design, load) {
      const signal = signalFor(design.id);
      const onProgress = (progress: Progress): void => events.onReport(progress as AnalysisReport);
      void jobs.run({ about: 'report', design, load }, { signal, onProgress }).then(finish);
    },
    async lookUp<K extends keyof LookUps>(about: K, request: LookUps[K]['request'], signal?: AbortSignal) {
      const wanted = { about, request } as LookUpRequest;
      const limitMs = about === 'safe-fixes' ? longLookUpLimitMs : lookUpLimitMs;
      const outcome = await jobs.run(wanted, { beside: true, limitMs, ...(signal && { signal }) });
      return outcome.kind === 'done' ? (outcome.response as LookUps[K]['response']) : null;
    },
    async improve(request, { signal, onProgress }) {
      const outcome = await jobs.run(
        { about: 'improvements', ...request },
        {
          beside: true,
          limitMs: searchJobLimitMs,
          signal,
          onProgress: (progress) => onProgress(progress as SearchProgress),
        },
      );
      return outcome.kind === 'done' ? (outcome.response as Improvements) : null;
    },
    stop: jobs.stop,
  };
}

/** Starts a worker of the analysis. */
export function spawnAnalysisWorker(): Worker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module', name: 'analysis' });
}

/** The part of a design that is sent to the worker. */
export function analyzedPart(design: Design): AnalyzedDesign {
  return { id: design.id, name: design.name, system: design.system };
}
