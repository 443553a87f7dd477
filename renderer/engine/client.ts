import type { Design } from '../../shared/model/schema';
import type { Answer, Inquiries, Inquiry, Question, Reply } from './protocol';

/** How long the worker may be silent before it is taken for hung and started anew. */
const patienceMs = 5_000;

export interface EngineEvents {
  readonly onAnswer: (answer: Answer) => void;
  /** The worker threw or hung and was started again; `message` says what it said, if anything. */
  readonly onFailure: (reason: 'hung' | 'threw', message: string) => void;
}

export interface Engine {
  /** Starts the worker before there is anything to ask, so that the first question finds it loaded. */
  readonly prepare: () => void;
  readonly ask: (design: Question['design'], load: number) => void;
  /** Looks something up beside the analysis; null where the worker fails before it replies. */
  readonly inquire: Inquire;
  readonly stop: () => void;
}

export type Inquire = <K extends keyof Inquiries>(
  about: K,
  asked: Inquiries[K]['asked'],
) => Promise<Inquiries[K]['told'] | null>;

/**
 * The latest-wins client of the analysis worker: while one question is being answered only the newest of those that
 * come after it is kept. A hung or failed worker is replaced when there is something to ask again; the question that
 * felled it is not.
 */
export function startEngine(events: EngineEvents, spawn: () => Worker = spawnWorker): Engine {
  let worker: Worker | null = null;
  let ticket = 0;
  let underWay: Question | null = null;
  let waiting: Question | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let inquiries = 0;
  const open = new Map<number, (told: Reply['told'] | null) => void>();

  const send = (question: Question): void => {
    underWay = question;
    clearTimeout(watch);
    watch = setTimeout(() => fail('hung', ''), patienceMs);
    worker ??= listen(spawn());
    worker.postMessage(question);
  };
  const next = (): void => {
    clearTimeout(watch);
    underWay = null;
    if (waiting === null) return;
    const question = waiting;
    waiting = null;
    send(question);
  };
  const leaveUnanswered = (): void => {
    const unanswered = [...open.values()];
    open.clear();
    for (const tell of unanswered) tell(null);
  };
  const fail = (reason: 'hung' | 'threw', message: string): void => {
    worker?.terminate();
    worker = null;
    leaveUnanswered();
    events.onFailure(reason, message);
    next();
  };
  const receive = (answer: Answer): void => {
    if (underWay === null || answer.ticket !== underWay.ticket) return;
    // Figures of a design that has been left would stand on the cards of the next one.
    const isLeft = waiting !== null && waiting.design.id !== underWay.design.id;
    if (!isLeft) events.onAnswer(answer);
    if (answer.stage === 'percentiles' || waiting !== null) next();
  };
  const listen = (target: Worker): Worker => {
    target.addEventListener('message', ({ data }: MessageEvent<Answer | Reply>) => {
      if (!('inquiry' in data)) return receive(data);
      open.get(data.inquiry)?.(data.told);
      open.delete(data.inquiry);
    });
    target.addEventListener('error', (event) => {
      if (target === worker) fail('threw', event.message);
    });
    return target;
  };

  return {
    prepare() {
      worker ??= listen(spawn());
    },
    ask(design, load) {
      ticket += 1;
      const question = { ticket, design, load };
      if (underWay === null) send(question);
      else waiting = question;
    },
    inquire<K extends keyof Inquiries>(about: K, asked: Inquiries[K]['asked']) {
      inquiries += 1;
      const inquiry = { inquiry: inquiries, about, asked } as Inquiry;
      return new Promise<Inquiries[K]['told'] | null>((tell) => {
        open.set(inquiry.inquiry, tell as (told: Reply['told'] | null) => void);
        worker ??= listen(spawn());
        worker.postMessage(inquiry);
      });
    },
    stop() {
      clearTimeout(watch);
      worker?.terminate();
      worker = null;
      underWay = null;
      waiting = null;
      leaveUnanswered();
    },
  };
}

function spawnWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'analysis' });
}

/** The part of a design that is sent to the worker. */
export function questionOf(design: Design): Question['design'] {
  return { id: design.id, name: design.name, system: design.system };
}
