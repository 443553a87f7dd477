interface WorkerEvents<Message, Reply> {
  readonly onReply: (reply: Reply) => void;
  /** `message` is what it threw. */
  readonly onError: (message: string) => void;
  /** Gives, for each worker anew, what a message is sent as. */
  readonly writer: () => (message: Message) => unknown;
}

/** One worker at a time: started when it is first needed; one that is ended is replaced when there is something for it. */
export interface WorkerSlot<Message> {
  readonly prepare: () => void;
  readonly post: (message: Message) => void;
  readonly end: () => void;
  /** Ends it after so long, unless it is needed before. */
  readonly endAfter: (idleMs: number) => void;
}

export function createWorkerSlot<Message, Reply>(
  spawn: () => Worker,
  { onReply, onError, writer }: WorkerEvents<Message, Reply>,
): WorkerSlot<Message> {
  let worker: Worker | null = null;
  let write = writer();
  let idle: ReturnType<typeof setTimeout> | undefined;
  // What one that was ended still had to say is about jobs that are settled.
  const started = (): Worker => {
    const target = spawn();
    write = writer();
    target.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (target === worker) onReply(data);
    });
    target.addEventListener('error', ({ message }) => {
      if (target === worker) onError(message);
    });
    return target;
  };
  const ready = (): Worker => {
    clearTimeout(idle);
    worker ??= started();
    return worker;
  };
  const end = (): void => {
    clearTimeout(idle);
    worker?.terminate();
    worker = null;
  };
  return {
    prepare: () => void ready(),
    post(message) {
      const target = ready();
      target.postMessage(write(message));
    },
    end,
    endAfter(idleMs) {
      clearTimeout(idle);
      if (worker !== null) idle = setTimeout(end, idleMs);
    },
  };
}
