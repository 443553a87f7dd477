import type { JobMessage, JobReply } from './jobs';

/** What a job has of its client. */
export interface JobContext<Progress> {
  /** Aborted when the response is no longer wanted; a worker hears of it only between its steps. */
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
}

/** The side of a worker that a client talks to: `self` in a worker. */
export interface JobPort {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
  readonly postMessage: (reply: unknown) => void;
}

/** Lets the messages in that came while the worker was busy. */
export const messagesReceived = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

/**
 * Serves the jobs of a client in this worker: `handle` gives the response to a request, or its promise. What it throws reaches
 * the client as the error of the worker, which is then ended. The response to an aborted job is not sent.
 */
export function serveJobs<Request, Response, Progress = never>(
  handle: (request: Request, context: JobContext<Progress>) => Response | Promise<Response>,
  port: JobPort = self,
): void {
  const open = new Map<number, AbortController>();
  const serve = async (job: number, request: Request): Promise<void> => {
    const controller = new AbortController();
    open.set(job, controller);
    const { signal } = controller;
    const send = (reply: JobReply<Response, Progress>): void => {
      if (!signal.aborted) port.postMessage(reply);
    };
    const response = await handle(request, { signal, report: (progress) => send({ job, progress }) });
    send({ job, response });
    open.delete(job);
  };
  port.addEventListener('message', ({ data }: MessageEvent<JobMessage<Request>>) => {
    if ('abort' in data) {
      open.get(data.abort)?.abort();
      open.delete(data.abort);
      // A rejection would stay in the worker: reported as an error, it reaches the client.
    } else serve(data.job, data.request).catch((error: unknown) => reportError(error));
  });
}
