import type { Job, JobAnswer } from '../../renderer/engine/jobs';

/** A worker of jobs that keeps what it is asked and answers when the test says so. */
export class FakeJobWorker extends EventTarget {
  readonly jobs: Job<unknown>[] = [];
  terminated = false;
  postMessage(job: Job<unknown>): void {
    this.jobs.push(job);
  }
  terminate(): void {
    this.terminated = true;
  }
  /** Answers the job that it was asked last. */
  tell(told: unknown): void {
    const job = this.jobs.at(-1)?.job ?? Number.NaN;
    this.dispatchEvent(new MessageEvent('message', { data: { job, told } satisfies JobAnswer<unknown> }));
  }
  throw(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
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
