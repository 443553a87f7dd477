import type { Browser, Page } from '@playwright/test';

/** An event of a trace, as Chromium writes it; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** How long its thread worked in it: what other processes took of the machine meanwhile is not in it. */
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly workerThreadId?: number };
  };
}

/** A piece of a thread's work that nothing interrupts. */
export interface Task {
  readonly startMs: number;
  /** ms that the thread worked in it, however long that took. */
  readonly workMs: number;
}

/** What the threads of a page did while they were traced. */
export interface Trace {
  /** The tasks of the page's own thread, in their order. */
  readonly pageTasks: readonly Task[];
  /** When that thread had drawn a frame. */
  readonly framesMs: readonly number[];
  /** When the page first noted each moment. */
  readonly marksMs: ReadonlyMap<string, number>;
  /** The tasks of each worker, by the name of its file. */
  readonly workerTasks: ReadonlyMap<string, readonly Task[]>;
}

const frameDrawn = 'BeginCommitCompositorFrame';

/** What a page notes of itself by `performance.mark`. */
const markCategory = 'blink.user_timing';

const categories = [
  markCategory,
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  '__metadata',
];

/** Traces what the threads of a page do while `act` runs; tracing itself adds a little to it. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<Trace> {
  await browser.startTracing(page, { categories });
  let failure: unknown;
  await act().catch((error: unknown) => {
    failure = error;
  });
  // Also after a failure: a browser traces one page at a time.
  const written = await browser.stopTracing();
  if (failure !== undefined) throw failure;
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(written.toString());
  return traceOf(traceEvents);
}

/** Reads a trace; tasks inside of a task are part of it. */
export function traceOf(events: readonly TraceEvent[]): Trace {
  const keyOf = ({ pid }: TraceEvent, tid: number): string => `${pid} ${tid}`;
  const workers = new Map<string, string>();
  const threads = new Map<string, Timed[]>();
  const drawn = events.filter(({ name }) => name === frameDrawn);
  for (const event of events) {
    const { ph, tid, ts, dur, tdur, args } = event;
    const { url, workerThreadId } = args?.data ?? {};
    if (url !== undefined && workerThreadId !== undefined)
      workers.set(keyOf(event, workerThreadId), /([a-z-]+?)-[^/]*$/.exec(url)?.[1] ?? url);
    if (ph !== 'X' || dur === undefined || tdur === undefined) continue;
    const thread = threads.get(keyOf(event, tid)) ?? [];
    threads.set(keyOf(event, tid), thread);
    thread.push({ ts, dur, tdur });
  }
  const [last] = drawn.slice(-1);
  const tasksOf = (thread: string): readonly Task[] => outermost(threads.get(thread) ?? []);
  return {
    pageTasks: last === undefined ? [] : tasksOf(keyOf(last, last.tid)),
    framesMs: drawn.map(({ ts }) => ts / 1000).sort((a, b) => a - b),
    marksMs: new Map(
      events
        .filter(({ cat }) => cat === markCategory)
        .map(({ name, ts }) => [name, ts / 1000] as const)
        .reverse(),
    ),
    workerTasks: new Map([...workers].map(([thread, name]) => [name, tasksOf(thread)])),
  };
}

type Timed = Required<Pick<TraceEvent, 'ts' | 'dur' | 'tdur'>>;

function outermost(events: readonly Timed[]): readonly Task[] {
  const tasks: Task[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { ts, dur, tdur } of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (ts < end) continue;
    end = ts + dur;
    tasks.push({ startMs: ts / 1000, workMs: tdur / 1000 });
  }
  return tasks;
}

/** All work of a thread, or that before a moment. */
export const workOf = (tasks: readonly Task[], untilMs = Number.POSITIVE_INFINITY): number =>
  tasks.reduce((sum, { startMs, workMs }) => (startMs < untilMs ? sum + workMs : sum), 0);

/** The work of a thread up to each frame that it drew, from the one before on. */
export function workByFrame(tasks: readonly Task[], framesMs: readonly number[]): readonly number[] {
  const sums = new Map<number, number>();
  let frame = 0;
  for (const { startMs, workMs } of tasks) {
    while (frame < framesMs.length && (framesMs[frame] ?? 0) < startMs) frame += 1;
    sums.set(frame, (sums.get(frame) ?? 0) + workMs);
  }
  return [...sums.values()];
}
