/** The jobs that wait for their turn, and the one of them that is under way. */
export interface JobQueue<Job> {
  readonly add: (job: Job) => void;
  /** Takes the first that waits as the one under way; null while another is, or none waits. */
  readonly take: () => Job | null;
  /** Leaves a job out, whether it waits or is under way. */
  readonly remove: (job: Job) => void;
  readonly isUnderWay: (job: Job) => boolean;
  readonly waiting: () => readonly Job[];
}

export function createJobQueue<Job>(): JobQueue<Job> {
  let waiting: readonly Job[] = [];
  let underWay: Job | null = null;
  return {
    add(job) {
      waiting = [...waiting, job];
    },
    take() {
      const [first, ...rest] = waiting;
      if (underWay !== null || first === undefined) return null;
      waiting = rest;
      underWay = first;
      return first;
    },
    remove(job) {
      waiting = waiting.filter((one) => one !== job);
      if (underWay === job) underWay = null;
    },
    isUnderWay: (job) => underWay === job,
    waiting: () => waiting,
  };
}
