interface LimitedJob {
  readonly id: number;
  readonly limitMs: number;
}

/** The jobs that a worker was sent and has not responded to, each with its time limit, which runs from when it is sent. */
export interface SentJobs<Job> {
  readonly send: (job: Job) => void;
  readonly of: (id: number) => Job | undefined;
  readonly all: () => readonly Job[];
  readonly remove: (job: Job) => void;
}

export function createSentJobs<Job extends LimitedJob>(
  post: (job: Job) => void,
  onLimit: () => void,
): SentJobs<Job> {
  const sent = new Map<number, { readonly job: Job; readonly limit: ReturnType<typeof setTimeout> }>();
  const remove = ({ id }: Job): void => {
    clearTimeout(sent.get(id)?.limit);
    sent.delete(id);
  };
  return {
    send(job) {
      remove(job);
      sent.set(job.id, { job, limit: setTimeout(onLimit, job.limitMs) });
      post(job);
    },
    of: (id) => sent.get(id)?.job,
    all: () => [...sent.values()].map(({ job }) => job),
    remove,
  };
}
