import type { JobMessage, JobReply } from '../../renderer/engine/jobs';

type Sent = Extract<JobMessage<unknown>, { readonly request: unknown }>;

/** A worker of jobs that keeps what it is sent and replies when the test says so. */
export class FakeJobWorker extends EventTarget {
  readonly jobs: Sent[] = [];
  readonly aborts: number[] = [];
  terminated = false;
  postMessage(message: JobMessage<unknown>): void {
    if ('abort' in message) this.aborts.push(message.abort);
    else this.jobs.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  /** Responds to the job that it was sent last, or to the one of that number. */
  respond(response: unknown, job = this.latest()): void {
    this.reply({ job, response });
  }
  progress(progress: unknown, job = this.latest()): void {
    this.reply({ job, progress });
  }
  throw(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
  private latest(): number {
    return this.jobs.at(-1)?.job ?? Number.NaN;
  }
  private reply(data: JobReply<unknown, unknown>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** A spawner of such workers, and all that it spawned. */
export function fakeJobWorkers(): { readonly all: FakeJobWorker[]; readonly spawn: () => Worker } {
  const all: FakeJobWorker[] = [];
  return {
    all,
    spawn: () => {
      const worker = new FakeJobWorker();
      all.push(worker);
      return worker as unknown as Worker;
    },
  };
}
